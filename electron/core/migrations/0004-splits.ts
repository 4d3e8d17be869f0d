import type { Writable } from '../db/handles.ts';

/** How an editor had a received text split, where that differs from what the splitter makes of it. */
export const splits = {
  version: 4,
  name: 'splits',
  up(w: Writable): void {
    w.exec(`
CREATE TABLE intake_splits (
  intake_id TEXT PRIMARY KEY REFERENCES intakes (id),
  split TEXT NOT NULL,
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;`);
  },
};
