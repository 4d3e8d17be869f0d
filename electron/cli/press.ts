import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type IsoDate, isIsoDate, toIsoDate } from '../../shared/domain/dates.ts';
import { bulletinOfSplit } from '../../shared/domain/printedIssue.ts';
import type { SplitDocument, SplitIssue } from '../../shared/text/split/document.ts';
import { splitText } from '../../shared/text/split/index.ts';
import { writeFileAtomic } from '../core/files/writeFileAtomic.ts';
import { calendarDate, readArguments, required, wholeNumber } from './arguments.ts';
import { type Command, CommandError, type Terminal } from './command.ts';
import { openPress } from './host.ts';
import { readInput, readText } from './input.ts';
import { splitDocumentSchema } from './splitSchema.ts';

const usage = 'press FILE --out DIR [--number N] [--date YYYY-MM-DD]';

/** Makes the printed issue of a text, or of what `split` printed, with all its files. */
export const command: Command = {
  usage,
  async run(args, terminal) {
    const { positionals, values } = readArguments(args, usage, {
      out: { type: 'string' },
      number: { type: 'string' },
      date: { type: 'string' },
    });
    const path = required(positionals[0], usage);
    const out = resolve(required(values.out, usage));
    const number = wholeNumber(values.number, '--number', { min: 1, max: 9999 });
    const date = calendarDate(values.date, '--date');
    const split = onlyIssue(await readSplit(path, terminal), terminal);
    const { bulletin, sheet } = bulletinOfSplit(split, { number, date: date ?? dateOf(split, terminal) });
    if (number === null && split.issue.issueNumberText === null)
      terminal.say('文中没有期号，刊头上留空；可用 --number 指定。');
    for (const text of split.leftover.filter((one) => /[\p{L}\p{N}]/u.test(one)))
      terminal.say(`没有归属、未排入的文字：${text}`);

    const press = openPress();
    try {
      const { bytes, pages } = await press.pressedPdf(bulletin);
      const files = [
        { name: 'issue.pdf', bytes },
        { name: 'issue.docx', bytes: await press.docx(bulletin) },
        { name: 'issue.txt', bytes: press.txt(bulletin) },
        { name: 'distribution.xlsx', bytes: await press.sheetXlsx(sheet, 'distribution') },
        { name: 'distribution.pdf', bytes: await press.sheetPdf(sheet, 'distribution') },
      ];
      await writeAll(out, files);
      return { files: files.map(({ name }) => join(out, name)), pages, fonts: await press.fonts() };
    } finally {
      await press.close();
    }
  },
};

/** A JSON file is taken for a split document; any other for a text. */
async function readSplit(path: string, terminal: Terminal): Promise<SplitDocument> {
  const file = await readInput(path);
  if (!/\.json$/i.test(file.name)) return splitText((await readText(file, terminal)).text);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(file.bytes));
  } catch (error) {
    throw new CommandError(`“${file.name}”不是完整的 JSON 文件。`, { cause: error });
  }
  const parsed = splitDocumentSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new CommandError(`“${file.name}”不是 split 命令写出的文件：${z.prettifyError(parsed.error)}`);
}

function onlyIssue(document: SplitDocument, { say }: Terminal): SplitIssue {
  if (!('issues' in document)) return document;
  const [first, ...rest] = document.issues;
  if (first === undefined) throw new CommandError('文中没有可排的内容。');
  if (rest.length > 0) say(`文中有 ${document.issues.length} 期，只排第一期；其余请先用 split 拆开。`);
  return first;
}

/** The text's own date, else today. */
function dateOf({ issue }: SplitIssue, { say }: Terminal): IsoDate {
  if (issue.date !== null && isIsoDate(issue.date)) return issue.date;
  const today = toIsoDate(new Date());
  say(`文中没有日期，按今天（${today}）排；可用 --date 指定。`);
  return today;
}

async function writeAll(folder: string, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new CommandError(`不能建立文件夹“${folder}”，请另选一个。`, { cause: error });
  }
  for (const { name, bytes } of files) await writeFileAtomic(join(folder, name), bytes);
}
