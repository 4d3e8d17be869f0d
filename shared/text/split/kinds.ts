import type { SplitKind } from './document.ts';
import type { FoundItem } from './items.ts';

const LEADER = /书记|常委|[区县市州旗镇乡]长|主任|主席|领导/u;
const ACTIVITY = /调研|督导|检查|主持|召开|出席|会见|慰问|讲话|强调|座谈|走访|部署|察看|视察|接待|指导/u;

/** lead, item, brief or column-brief, by what an item has and where it stands. */
export function kindOf(item: FoundItem, index: number, items: readonly FoundItem[], text: string): SplitKind {
  if (!item.title) {
    if (item.continuedFrom) return 'item';
    if (item.column) return 'column-brief';
    if (item.marker || item.paragraphs.length <= 1) return 'brief';
    return index === 0 && isLeaderActivity(item, items, text) ? 'lead' : 'item';
  }
  return index === 0 && isLeaderActivity(item, items, text) ? 'lead' : 'item';
}

/** The first item, the only one without a source, about what a leader did. */
function isLeaderActivity(item: FoundItem, items: readonly FoundItem[], text: string): boolean {
  if (item.ends.length > 0 || item.marker || item.byline.length > 0) return false;
  if (!items.slice(1).some(({ ends }) => ends.some(({ role }) => role === 'source'))) return false;
  const head = `${item.title ? text.slice(item.title.start, item.title.end) : ''}${text.slice(item.paragraphs[0]?.start ?? 0, (item.paragraphs[0]?.start ?? 0) + 80)}`;
  return isAboutLeader(head);
}

/** Whether words tell what a leader did: 县长周斌督导…. */
export const isAboutLeader = (words: string): boolean => LEADER.test(words) && ACTIVITY.test(words);
