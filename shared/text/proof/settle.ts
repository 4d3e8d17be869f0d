import type { Finding, Severity } from './types.ts';

/**
 * The findings as they are shown: in order, none inside a white-listed passage, one per place, and at most one
 * query per 300 characters, so that questions stay worth reading.
 */
export function settle(text: string, findings: readonly Finding[], whiteList: readonly string[]): Finding[] {
  const white = passagesOf(text, whiteList);
  const kept = findings
    .filter((finding) => finding.start < finding.end && finding.end <= text.length)
    .filter((finding) => !white.some(([start, end]) => start <= finding.start && finding.end <= end))
    .sort((a, b) => a.start - b.start || b.end - a.end || RANK[a.severity] - RANK[b.severity]);
  return limitQueries(
    text,
    dropCovered(kept).sort((a, b) => a.start - b.start || a.end - b.end),
  );
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, query: 2 };
const QUERY_EVERY = 300;

function passagesOf(text: string, words: readonly string[]): [number, number][] {
  const passages: [number, number][] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) passages.push([at, at + word.length]);
  }
  return passages;
}

/** A finding this much longer than another speaks of something else: an unclosed quotation, a repeated sentence. */
const SAME_PLACE = 5;
/** Findings of one place stand this close in order; bounds the work on text that is all errors. */
const LOOK_BACK = 8;

/** Of findings of one place, the more certain stays; of equals, the first. */
function dropCovered(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const from = Math.max(0, kept.length - LOOK_BACK);
    const near = kept.slice(from).findLastIndex((other) => finding.start < other.end && isSamePlace(other, finding));
    const rival = near < 0 ? -1 : from + near;
    const other = kept[rival];
    if (!other) kept.push(finding);
    else if (RANK[finding.severity] < RANK[other.severity]) kept[rival] = finding;
  }
  return kept;
}

const isSamePlace = (a: Finding, b: Finding): boolean => Math.abs(a.end - a.start - (b.end - b.start)) <= SAME_PLACE;

/** Slips of the hand are asked about before matters of style. */
const ASKED_FIRST = /^(?:words\.sound|words\.missing|units\.|across\.)/;

function limitQueries(text: string, findings: readonly Finding[]): Finding[] {
  const queries = findings.filter((finding) => finding.severity === 'query');
  const room = Math.max(1, Math.floor(text.length / QUERY_EVERY));
  if (queries.length <= room) return [...findings];
  const [first, later] = [true, false].map((slip) => queries.filter(({ rule }) => ASKED_FIRST.test(rule) === slip));
  const kept = new Set([...(first ?? []), ...(later ?? [])].slice(0, room));
  return findings.filter((finding) => finding.severity !== 'query' || kept.has(finding));
}
