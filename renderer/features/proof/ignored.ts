import { z } from 'zod';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { Finding } from '../../../shared/text/proof/index.ts';

/** A finding ignored once is ignored in its item, for as long as rule, passage and reason are the same. */
export const ignoreKey = (finding: Finding, passage: string): string =>
  [finding.rule, passage, finding.message].join('\n');

/**
 * Rules that judge a wording by itself. The passages of others (a mark, a figure, a date) are wrong only where they
 * stand: on the white list they would hide the same passage everywhere.
 */
const WORDING = /^(?:words|chars|units|people|terms)(?:\.|$)/;

/** Whether a finding may be ignored for ever: its passage goes on the office's white list. */
export const mayIgnoreForEver = ({ rule }: Finding, passage: string): boolean =>
  WORDING.test(rule) && passage.length >= 2 && passage.length <= 60 && passage.trim() === passage;

const storeName = (id: ItemId) => `proof:ignored:${id}`;
const keysSchema = z.array(z.string());

/** What was ignored in an item, on this machine. */
export function readIgnored(id: ItemId): Set<string> {
  try {
    return new Set(keysSchema.parse(JSON.parse(localStorage.getItem(storeName(id)) ?? '[]')));
  } catch {
    return new Set();
  }
}

export function storeIgnored(id: ItemId, keys: ReadonlySet<string>): void {
  try {
    if (keys.size === 0) localStorage.removeItem(storeName(id));
    else localStorage.setItem(storeName(id), JSON.stringify([...keys]));
  } catch {
    // Storage is full or switched off: it holds until the item is left.
  }
}
