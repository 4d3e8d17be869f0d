import type { Writable } from '../db/handles.ts';

/** Pictures that a file brought with it; their bytes lie with the originals, each once. */
export const pictures = {
  version: 11,
  name: 'pictures',
  up(w: Writable): void {
    w.exec(`
CREATE TABLE intake_pictures (
  intake_id TEXT NOT NULL REFERENCES intakes (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES blobs (hash),
  type TEXT NOT NULL CHECK (type IN ('png', 'jpeg', 'gif', 'webp', 'bmp')),
  width INTEGER,
  height INTEGER,
  size INTEGER NOT NULL,
  PRIMARY KEY (intake_id, position)
) STRICT;
CREATE INDEX intake_pictures_hash ON intake_pictures (hash);`);
  },
};
