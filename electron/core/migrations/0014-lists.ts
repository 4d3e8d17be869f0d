import type { Writable } from '../db/handles.ts';

/**
 * Lists of a hundred thousand rows open at any place: what they are ordered and narrowed by stands in the row, in an
 * index, and is kept right by triggers, so that nobody who writes has to think of it.
 */
export const lists = {
  version: 14,
  name: 'lists',
  up(w: Writable): void {
    const { last } = w.get<{ last: number }>('SELECT coalesce(max(n), 0) AS last FROM search_pending') ?? { last: 0 };
    for (const part of [submissions, items, issues]) w.exec(part);
    // No text has changed: the index need not look at all of them.
    w.run('DELETE FROM search_pending WHERE n > ?', [last]);
  },
};

/** The newest intake first, its parts in the order of the text. */
const submissions = `
ALTER TABLE submissions ADD COLUMN intake_seq INTEGER;
UPDATE submissions SET intake_seq = (SELECT i.seq FROM intakes i WHERE i.id = submissions.intake_id);
CREATE TRIGGER submissions_intake_seq AFTER INSERT ON submissions WHEN NEW.intake_seq IS NULL BEGIN
  UPDATE submissions SET intake_seq = (SELECT i.seq FROM intakes i WHERE i.id = NEW.intake_id) WHERE seq = NEW.seq;
END;
CREATE INDEX submissions_list ON submissions (intake_seq DESC, seq);
CREATE INDEX submissions_state_list ON submissions (state, intake_seq DESC, seq);
CREATE INDEX submissions_department_list ON submissions (department_id, intake_seq DESC, seq);
DROP INDEX submissions_state;
DROP INDEX submissions_department;
`;

/** Where an item stands now; an issue that was voided no longer holds it. */
const place = (item: string) => `coalesce((SELECT iif(i.number IS NULL, 'inIssue', 'printed')
  FROM issue_entries e JOIN issues i ON i.id = e.issue_id
  WHERE e.item_id = ${item} AND NOT EXISTS (SELECT 1 FROM issue_voids v WHERE v.issue_id = i.id)
  ORDER BY i.seq DESC LIMIT 1), 'pool')`;

const placed = (which: string) =>
  `UPDATE items SET place = ${place('items.id')} WHERE ${which} AND place <> ${place('items.id')};`;
const entriesOf = (issue: string) => `id IN (SELECT item_id FROM issue_entries WHERE issue_id = ${issue})`;

const items = `
ALTER TABLE items ADD COLUMN place TEXT NOT NULL DEFAULT 'pool' CHECK (place IN ('pool', 'inIssue', 'printed'));
${placed('1 = 1')}
CREATE INDEX items_list ON items (withdrawn, place, seq);
CREATE INDEX items_all_list ON items (withdrawn, seq);
CREATE TRIGGER place_entry_insert AFTER INSERT ON issue_entries BEGIN ${placed('id = NEW.item_id')} END;
CREATE TRIGGER place_entry_update AFTER UPDATE ON issue_entries BEGIN ${placed('id IN (OLD.item_id, NEW.item_id)')} END;
CREATE TRIGGER place_entry_delete AFTER DELETE ON issue_entries BEGIN ${placed('id = OLD.item_id')} END;
CREATE TRIGGER place_issue_number AFTER UPDATE OF number ON issues BEGIN ${placed(entriesOf('NEW.id'))} END;
CREATE TRIGGER place_issue_void AFTER INSERT ON issue_voids BEGIN ${placed(entriesOf('NEW.issue_id'))} END;
`;

const issues = `
CREATE INDEX issues_list ON issues (year DESC, number DESC, seq DESC) WHERE number IS NOT NULL AND standing = 1;
`;
