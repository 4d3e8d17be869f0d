import { flag } from '../draft.ts';
import type { Draft, Item } from '../types.ts';

/** Words cut short against the same item's own wording: 管理制， beside 管理制度; 司法救济资金 beside 司法救助. */
export function withinItem({ text }: Item): Draft[] {
  const drafts: Draft[] = [];
  for (const match of text.matchAll(/([\p{Script=Han}]{2}制)(?=[，。；、])/gu)) {
    const short = match[1] ?? '';
    if (!text.includes(`${short}度`)) continue;
    drafts.push(
      flag(
        match.index,
        match.index + short.length,
        'warning',
        `“${short}”后似缺“度”：本篇别处作“${short}度”`,
        `${short}度`,
      ),
    );
  }
  return drafts;
}
