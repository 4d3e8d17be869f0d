import type { Writable } from '../db/handles.ts';

/** Texts that look alike and were said to tell different things; each pair once, the lesser name first. */
export const apart = {
  version: 10,
  name: 'apart',
  up(w: Writable): void {
    w.exec(`
CREATE TABLE texts_apart (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (one, other),
  CHECK (one < other)
) STRICT;
CREATE INDEX texts_apart_other ON texts_apart (other);`);
  },
};
