import type { Draft, Severity } from './types.ts';

/** A draft finding over `[start, end)`. */
export const flag = (
  start: number,
  end: number,
  severity: Severity,
  message: string,
  ...suggestions: string[]
): Draft => ({ start, end, severity, message, suggestions });

/** Every match of `pattern` (global) in `text`, through `toDraft`; `null` drops the match. */
export function scan(text: string, pattern: RegExp, toDraft: (match: RegExpExecArray) => Draft | null): Draft[] {
  const drafts: Draft[] = [];
  for (const match of text.matchAll(pattern)) {
    const draft = toDraft(match);
    if (draft) drafts.push(draft);
  }
  return drafts;
}
