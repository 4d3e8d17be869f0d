import { z } from 'zod';
import {
  type CircularKind,
  type CircularWording,
  type CircularWordings,
  circularKindSchema,
  circularWordingSchema,
  defaultWording,
} from '../../../../shared/domain/circular/circular.ts';
import type { Readable, Writable } from '../../db/open.ts';

const keptSchema = z.partialRecord(circularKindSchema, circularWordingSchema);

/** Only what an office changed is kept: the rest follows the program's own wording. */
const readKept = (r: Readable): z.infer<typeof keptSchema> => {
  const row = r.get<{ value: string }>(`SELECT value FROM settings WHERE key = 'circulars'`);
  return row ? keptSchema.parse(JSON.parse(row.value)) : {};
};

export const readWordings = (r: Readable): CircularWordings => ({ ...defaultWording, ...readKept(r) });

export function writeWording(w: Writable, kind: CircularKind, wording: CircularWording | null): void {
  const { [kind]: _, ...others } = readKept(w);
  w.run(
    `INSERT INTO settings (key, value) VALUES ('circulars', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify(wording === null ? others : { ...others, [kind]: wording })],
  );
  w.touch('circulars');
}
