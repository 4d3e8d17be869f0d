import { parseSeries } from '../../series.ts';
import { flag } from '../draft.ts';
import { readQuantities, show } from '../figures/quantities.ts';
import { paragraphsOf } from '../items.ts';
import type { Context, Draft, EarlierFigure, Manuscript } from '../types.ts';

/** Sentences this long and longer are not written twice by chance. */
const SAME_TEXT = 22;
const SAME_FACT = 12;

/** The same sentence twice in the text, or as printed in an earlier issue. */
export function sameTextTwice({ text }: Manuscript, { knowledge }: Context): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Map<string, string>();
  for (const earlier of knowledge.earlierItems ?? []) {
    for (const sentence of sentences(earlier.text))
      if (sentence.text.length >= SAME_TEXT) seen.set(sentence.text, earlier.where);
  }
  for (const sentence of sentences(text)) {
    if (sentence.text.length < SAME_TEXT) continue;
    const where = seen.get(sentence.text);
    if (where === undefined) seen.set(sentence.text, '');
    else {
      const end = sentence.start + sentence.text.length;
      drafts.push(
        where === ''
          ? flag(sentence.start, end, 'warning', '与前文一句完全相同')
          : flag(sentence.start, end, 'query', `与${where}一句完全相同`),
      );
    }
  }
  return drafts;
}

function sentences(text: string): { start: number; text: string }[] {
  return [...text.matchAll(/[^。！？；\n]+/g)].map((match) => ({ start: match.index, text: match[0] }));
}

/** 全区59个社区 here, 全区60个社区 there; the same clause with other figures. */
export function sameFactOtherFigure({ text }: Manuscript): Draft[] {
  const drafts: Draft[] = [];
  const facts = new Map<string, { value: string; at: number }>();
  for (const match of text.matchAll(
    /(全(?:区|市|县|镇|街道|省)(?:现有|共有)?)(\d+)(个|家|名|户)([\p{Script=Han}]{2,6})/gu,
  )) {
    const key = `${(match[1] ?? '').slice(0, 2)}${match[3]}${(match[4] ?? '').slice(0, 2)}`;
    const known = facts.get(key);
    if (!known) facts.set(key, { value: match[2] ?? '', at: match.index });
    else if (known.value !== match[2]) {
      const start = match.index + (match[1] ?? '').length;
      drafts.push(
        flag(
          start,
          start + (match[2] ?? '').length,
          'query',
          `前文为“${known.value}${match[3]}”，此处为“${match[2]}${match[3]}”`,
          known.value,
        ),
      );
    }
  }
  const clauses = new Map<string, string>();
  for (const match of text.matchAll(/[^，。；：！？\n]+/g)) {
    const clause = match[0];
    if (!/\d/.test(clause)) continue;
    const skeleton = clause.replace(/\d+(?:\.\d+)?/g, '#');
    if (skeleton.length < SAME_FACT) continue;
    const known = clauses.get(skeleton);
    if (known === undefined) clauses.set(skeleton, clause);
    else if (known !== clause) {
      drafts.push(flag(match.index, match.index + clause.length, 'query', `前文作“${known}”，数字不同`));
    }
  }
  return drafts;
}

/** Running totals of a text, each under the words that lead it: 累计发放贷款2700笔. A bare 累计 says not of what. */
export function runningTotals(text: string): { label: string; value: number; unit: string }[] {
  return readQuantities(text).flatMap(({ start, value, unit }) => {
    const label = /累计\p{Script=Han}{2,16}$/u.exec(text.slice(Math.max(0, start - 18), start))?.[0];
    return label === undefined || unit === '' || /[%％]/.test(unit) ? [] : [{ label, value, unit }];
  });
}

/** A running total below the one printed in an earlier issue. */
export function fallingTotals({ text }: Manuscript, { knowledge }: Context): Draft[] {
  const earlier = knowledge.earlierFigures ?? [];
  if (earlier.length === 0) return [];
  const drafts: Draft[] = [];
  for (const quantity of readQuantities(text)) {
    for (const known of earlier) {
      if (known.unit !== quantity.unit || !text.startsWith(known.label, quantity.start - known.label.length)) continue;
      if (quantity.value >= known.value) continue;
      drafts.push(flag(quantity.start, quantity.end, 'warning', `${known.where}已为${printed(known)}，累计数不应减少`));
    }
  }
  return drafts;
}

/** 12600 as 1.26万. */
const printed = ({ value, unit }: EarlierFigure): string =>
  `${value >= 10_000 ? `${show(value / 10_000, 4)}万` : value}${unit}`;

/** …（三） after …（一）: the counter of a series jumps against the last issue's. */
export function seriesCounter({ text }: Manuscript, { knowledge }: Context): Draft[] {
  const drafts: Draft[] = [];
  const earlier = (knowledge.earlierSeries ?? []).map(parseSeries).filter((series) => series !== null);
  for (const paragraph of earlier.length > 0 ? paragraphsOf(text) : []) {
    if (paragraph.text.length > 80) continue;
    const series = parseSeries(paragraph.text);
    if (!series) continue;
    const last = earlier.find((known) => plain(known.stem) === plain(series.stem));
    if (!last || series.number === last.number + 1) continue;
    const end = paragraph.start + paragraph.text.trimEnd().length;
    const expected = series.format(last.number + 1);
    drafts.push(
      flag(
        end - expected.length,
        end,
        'warning',
        `系列序号：上次为第${last.number}篇，此处应为第${last.number + 1}篇`,
        expected,
      ),
    );
  }
  return drafts;
}

const plain = (text: string): string => text.replace(/[\s#*“”]/g, '');
