import type { Writable } from '../db/handles.ts';

/** What one issue sets otherwise than its publication's house style; fixed with the number, like the rest of it. */
export const pageAdjust = {
  version: 8,
  name: 'page-adjust',
  up(w: Writable): void {
    w.exec(`
ALTER TABLE issues ADD COLUMN page_adjust TEXT NOT NULL DEFAULT '{}';
CREATE TRIGGER issues_frozen_adjust BEFORE UPDATE ON issues
WHEN OLD.number IS NOT NULL AND NEW.page_adjust <> OLD.page_adjust
BEGIN SELECT RAISE(ABORT, 'issue-frozen'); END;
`);
  },
};
