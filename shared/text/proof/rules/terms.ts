import { flag } from '../draft.ts';
import type { Context, Draft, Manuscript } from '../types.ts';

/** The user's own terms, forbidden and cautious words, and formulations that may only be used as they stand. */
export function terms({ text }: Manuscript, { knowledge }: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const { wrong, right, reason } of knowledge.terms ?? []) {
    for (const at of places(text, wrong)) {
      // 区发改 → 区发改委 must not fire inside the right form.
      const inside =
        right.includes(wrong) && text.slice(Math.max(0, at - right.length), at + right.length).includes(right);
      if (!inside)
        drafts.push(
          flag(
            at,
            at + wrong.length,
            'error',
            `“${wrong}”应为“${right}”${reason ? `：${reason}` : '（本单位用语）'}`,
            right,
          ),
        );
    }
  }
  for (const { word, level, reason, suggestions } of knowledge.flaggedWords ?? []) {
    for (const at of places(text, word)) {
      const kind = level === 'forbidden' ? '禁用' : '慎用';
      const severity = level === 'forbidden' ? 'error' : 'query';
      drafts.push(
        flag(
          at,
          at + word.length,
          severity,
          `“${word}”为${kind}词${reason ? `：${reason}` : ''}`,
          ...(suggestions ?? []),
        ),
      );
    }
  }
  for (const wording of knowledge.formulations ?? []) drafts.push(...deviations(text, wording));
  return drafts;
}

function places(text: string, word: string): number[] {
  const found: number[] = [];
  if (word === '') return found;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}

/** Passages one character away from a fixed wording: one missing, one too many, one other. */
function deviations(text: string, wording: string): Draft[] {
  const drafts: Draft[] = [];
  if (wording.length < 4) return drafts;
  const half = Math.ceil(wording.length / 2);
  const [head, tail] = [wording.slice(0, half), wording.slice(half)];
  const report = (start: number, end: number): void => {
    const given = text.slice(start, end);
    if (given !== wording) drafts.push(flag(start, end, 'error', `固定提法应为“${wording}”`, wording));
  };
  for (const at of places(text, head)) {
    if (text.startsWith(wording, at)) continue;
    for (const length of [tail.length, tail.length - 1, tail.length + 1]) {
      const rest = text.slice(at + head.length, at + head.length + length);
      if (rest.length === length && !/[，。；\n]/.test(rest) && oneApart(rest, tail)) {
        report(at, at + head.length + length);
        break;
      }
    }
  }
  for (const at of places(text, tail)) {
    if (text.startsWith(head, at - head.length)) continue;
    for (const length of [head.length, head.length - 1, head.length + 1]) {
      const start = at - length;
      const rest = start >= 0 ? text.slice(start, at) : '';
      if (rest.length === length && !/[，。；\n]/.test(rest) && oneApart(rest, head)) {
        report(start, at + tail.length);
        break;
      }
    }
  }
  return drafts;
}

/** Whether one insertion, deletion or replacement inside (not at the ends' expense) turns one into the other. */
function oneApart(a: string, b: string): boolean {
  if (a === b) return false;
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return Math.max(a.length, b.length) - head - tail === 1;
}
