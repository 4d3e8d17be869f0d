import type { Bulletin } from '../../shared/domain/bulletin.ts';
import { paragraphsOf, printable } from '../../shared/page/index.ts';
import { PressError } from './errors.ts';

/** Refuses a bulletin that has nothing to print, or an entry without a word; a preview takes them as they are. */
export function refuseUnprintable(bulletin: Bulletin): void {
  if (bulletin.entries.length === 0) throw new PressError('empty', '这一期还没有稿件，请先编入稿件');
  const printed = new Set<string>();
  for (const paragraph of paragraphsOf(bulletin)) {
    const says = !('runs' in paragraph) || paragraph.runs.some((run) => 'text' in run && run.origin.part === 'body');
    if (says && paragraph.kind !== 'heading') printed.add(paragraph.entry);
  }
  bulletin.entries.forEach((entry, i) => {
    if (printed.has(entry.id)) return;
    const title = printable(entry.title ?? '').trim();
    const name = title === '' ? `第${i + 1}条` : `“${title}”`;
    throw new PressError('emptyEntry', `稿件${name}没有正文，请补上正文或移出本期`);
  });
}
