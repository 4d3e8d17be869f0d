import fc from 'fast-check';
import type { Choice, Layout } from './press.ts';

/** The families of layouts that are measured apart: what is fixed in each, and what is left to chance. */

const of = <T>(...values: T[]) => fc.constantFrom(...values);

const WRAP = fc.integer({ min: 15, max: 48 }).map((chars) => chars * 2);
const GAPS_WRAPPED = of<Layout['gaps']>([0, 0, 0], [0, 0, 1], [0, 0, 1], [0, 1, 1], [1, 1, 1], [1, 1, 2], [0, 1, 2]);
const GAPS_PLAIN = of<Layout['gaps']>([0, 0, 0], [0, 0, 1], [0, 1, 1], [0, 1, 2]);
const BRACKETS = of<Layout['source']>('bracket', 'bracket', 'half-bracket', 'mixed-bracket', 'roles');
const MASTHEADS = of<Layout['masthead']>('none', 'plain', 'one-line', 'full', 'chinese', 'supplement', 'markdown');
const MARKERS = of<Layout['briefs']>('none', '△', '▲', '●', '◆', '■', '★', 'column', 'column-△', 'bare-column');

type Arbitraries = { [K in keyof Layout]: fc.Arbitrary<Layout[K]> };

const PLAIN: Arbitraries = {
  title: of('run-in'),
  joiner: of(' '),
  number: of('none'),
  source: BRACKETS,
  wrap: of(0),
  kinsoku: fc.boolean(),
  indent: of('', '　　', '    '),
  gaps: GAPS_PLAIN,
  halfWidth: of(false),
  masthead: of('none'),
  contents: of('none'),
  theme: of(false),
  lead: of(false),
  briefs: of('none'),
  imprint: of(false),
  pageLength: of(0),
  furniture: of('dash', 'page-of', 'head-and-dash', 'number'),
};

const WRAPPED = { wrap: WRAP, gaps: GAPS_WRAPPED };

const FAMILIES: Record<string, Partial<Arbitraries>> = {
  'run-in titles, hard wraps': { ...WRAPPED, joiner: of(' ', '　', '  ') },
  'run-in titles, one line per paragraph': { joiner: of(' ', '　', '  ') },
  'run-in titles joined by nothing': { joiner: of(''), wrap: fc.oneof(of(0), WRAP) },
  'run-in titles joined by 。 or ：': { joiner: of('。', '：'), wrap: fc.oneof(of(0), WRAP) },
  'bold titles, page breaks': {
    title: of('bold'),
    joiner: of(' ', '', '。'),
    masthead: of('markdown'),
    theme: fc.boolean(),
    briefs: MARKERS,
    imprint: fc.boolean(),
  },
  'titles alone on a line': {
    title: of('own-line', 'heading'),
    source: of('bracket', 'half-bracket', 'mixed-bracket', 'own-bracket', 'roles'),
  },
  'titles alone on a line, hard wraps': {
    ...WRAPPED,
    title: of('own-line'),
    indent: of('　　', '    '),
    source: of('bracket', 'own-bracket', 'roles'),
  },
  'titles of two lines': { title: of('two-lines'), source: of('bracket', 'own-bracket', 'byline') },
  'numbered titles': {
    title: of('own-line', 'run-in', 'bold'),
    number: of('1.', '1、', '一、', '（一）', '●', '◆'),
    wrap: fc.oneof(of(0), WRAP),
  },
  'sources on lines of their own': {
    title: of('own-line', 'run-in', 'bold'),
    source: of('own-bracket', 'own-dash', 'dash', 'laiyuan', 'gonggao', 'unit-line'),
    wrap: fc.oneof(of(0), WRAP),
  },
  'no sources': { title: of('own-line', 'heading', 'bold'), source: of('none') },
  newspaper: {
    title: of('own-line', 'two-lines'),
    source: of('byline', 'own-byline'),
    halfWidth: fc.boolean(),
    briefs: of('none', 'bare-column', 'column-△', '●'),
  },
  'masthead, contents, theme, imprint': {
    masthead: MASTHEADS.filter((m) => m !== 'none'),
    title: of('own-line', 'run-in', 'bold'),
    contents: of('none', 'plain', 'dotted', 'numbered', 'sourced'),
    theme: fc.boolean(),
    imprint: of(true),
    briefs: MARKERS,
    wrap: fc.oneof(of(0), WRAP),
  },
  'page furniture in mid-sentence': {
    ...WRAPPED,
    masthead: of('plain', 'full'),
    pageLength: fc.integer({ min: 9, max: 26 }),
    imprint: fc.boolean(),
    briefs: of('none', '△'),
  },
  briefs: {
    briefs: MARKERS.filter((m) => m !== 'none'),
    wrap: fc.oneof(of(0), WRAP),
    title: of('own-line', 'run-in', 'bold'),
  },
  'a leader on top': {
    lead: of(true),
    masthead: MASTHEADS,
    title: of('own-line', 'run-in', 'bold'),
    wrap: fc.oneof(of(0), WRAP),
  },
  'lines broken anywhere': { wrap: of(-1), gaps: GAPS_WRAPPED },
  'half-width punctuation': {
    halfWidth: of(true),
    title: of('own-line', 'run-in', 'bold'),
    wrap: fc.oneof(of(0), WRAP),
  },
};

export const FAMILY_NAMES = Object.keys(FAMILIES);

export function family(name: string): fc.Arbitrary<{ layout: Layout; choice: Choice }> {
  return fc.record({
    layout: fc.record({ ...PLAIN, ...FAMILIES[name] }) as fc.Arbitrary<Layout>,
    choice: fc.record({
      stories: fc.uniqueArray(fc.integer({ min: 0, max: 21 }), { minLength: 3, maxLength: 9 }),
      briefs: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 5 }),
      seed: fc.integer({ min: 0, max: 100_000 }),
    }),
  });
}
