import type { ImportResult } from '../../../../shared/contract/views.ts';
import {
  type Wording,
  wordingFault,
  wordingFields,
  wordingKindNames,
  wordingKindSchema,
} from '../../../../shared/domain/wordings.ts';
import { type Call, newId, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { type Column, readRows, writeSheet } from '../../sheets.ts';
import { listWordings, putWording } from './repo.ts';

const columns: Column<Wording>[] = [
  { heading: '类别', width: 12, cell: (wording) => wordingKindNames[wording.kind] },
  { heading: '词语', width: 30, cell: (wording) => wording.word },
  { heading: '应为', width: 30, cell: (wording) => wording.preferred },
  { heading: '理由', width: 40, cell: (wording) => wording.reason },
];

export const wordingSheet = (wordings: readonly Wording[]): Promise<Uint8Array> =>
  writeSheet('提法用语', columns, wordings);

/** Takes a sheet in whole or not at all: a word known in its kind is updated, others are added. */
export async function importWordings(call: Call, file: { name: string; bytes: Uint8Array }): Promise<ImportResult> {
  const rows = await readRows(
    file,
    columns.map((column) => column.heading),
  );
  return call.desk.db.write((w) => {
    const known = new Map(listWordings(w).map((wording) => [`${wording.kind} ${wording.word}`, wording]));
    const result: ImportResult = { added: 0, updated: 0, unchanged: 0 };
    for (const { row, cells } of rows) {
      const refuse = (detail: string) => new CoreError('sheet-row', { file: file.name, row, detail });
      const kind = wordingKindSchema.options.find((one) => wordingKindNames[one] === cells['类别']);
      if (!kind) throw refuse(`类别应为${Object.values(wordingKindNames).join('、')}之一`);
      const existing = known.get(`${kind} ${cells['词语']}`);
      const given = { kind, word: cells['词语'], preferred: cells['应为'], reason: cells['理由'] };
      const parsed = wordingFields.safeParse({ ...given, id: existing?.id ?? newId() });
      if (!parsed.success) throw refuse(parsed.error.issues[0]?.message ?? '');
      const wording = parsed.data;
      const fault = wordingFault(wording);
      if (fault !== null) throw refuse(fault);
      known.set(`${kind} ${wording.word}`, wording);
      if (existing && JSON.stringify(existing) === JSON.stringify({ ...existing, ...wording })) {
        result.unchanged += 1;
        continue;
      }
      putWording(w, wording);
      result[existing ? 'updated' : 'added'] += 1;
    }
    record(w, call, null, `导入提法用语“${file.name}”：新增${result.added}，修改${result.updated}`);
    return result;
  });
}
