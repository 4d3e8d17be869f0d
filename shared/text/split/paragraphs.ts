import { isBalanced } from '../chars.ts';
import type { Flow } from './flow.ts';
import { isHeadingLike, numberingOf } from './headings.ts';
import type { Range } from './source.ts';
import { LINE_JOIN } from './weights.ts';
import { joinEvidence, type WrapModel } from './wrap.ts';

export interface Paragraph extends Range {
  subhead: boolean;
}

/** The paragraphs of a body: its line ends weighed, wraps joined. */
export function paragraphsOf(flow: Flow, wrap: WrapModel, from: number, to: number): Paragraph[] {
  const ranges: Range[] = [];
  let start = from;
  for (const at of flow.startsWithin(from, to)) {
    if (start === from && staysWithTitle(flow, wrap, from, at)) continue;
    if (!breaksAt(flow, wrap, start, at)) continue;
    ranges.push({ start, end: at });
    start = at;
  }
  ranges.push({ start, end: to });
  return ranges
    .filter((range) => flow.text.slice(range.start, range.end).trim() !== '')
    .map((range, i, all) => ({
      ...range,
      subhead: i < all.length - 1 && isSubhead(flow.text.slice(range.start, range.end)),
    }));
}

/**
 * The line of a run-in title is set in larger type: that it is short says nothing, and no first paragraph fits on
 * what is left of it.
 */
function staysWithTitle(flow: Flow, wrap: WrapModel, from: number, at: number): boolean {
  const i = flow.lineAt(at);
  const [line, next] = [flow.lines[i - 1], flow.lines[i]];
  if (wrap.mode !== 'width' || !line || !next || flow.starts[i - 1] === from || flow.lineAt(from) !== i - 1)
    return false;
  return (
    next.gap <= wrap.usualGap &&
    next.indent <= wrap.usualIndent + 1 &&
    joinEvidence(wrap, line, next) >= LINE_JOIN.sentenceEndedShort
  );
}

function breaksAt(flow: Flow, wrap: WrapModel, start: number, at: number): boolean {
  const i = flow.lineAt(at);
  const [line, next] = [flow.lines[i - 1], flow.lines[i]];
  if (!line || !next || joinEvidence(wrap, line, next) >= 0) return false;
  const paragraph = flow.text.slice(start, at);
  // A quote may be left open by its author in a long paragraph; in a heading it means the line was broken.
  return paragraph.length > 60 || isBalanced(paragraph);
}

/** 强基固本,组建红色支部 · 一、加强领导 · （一）压实责任 */
function isSubhead(text: string): boolean {
  return isHeadingLike(text, numberingOf(text) ? 44 : 32);
}
