import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWithTrace } from '../../../shared/text/split/index.ts';
import { applyChange, type Change, documentOf, faultOf, type Split } from '../../../shared/text/split/review/index.ts';
import { accountFor, issuesOf } from './compare.ts';

const read = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
const split = (text: string): Split => splitWithTrace(text);
const itemsOf = (text: string, found: Split) => issuesOf(documentOf(text, found)).flatMap(({ items }) => items);

const TEXT =
  '区发改委推进项目建设 近日，区发改委召开会议。（任中）出席。（区发改委）\n' +
  '区审计局加强审计监督\n一是加强监督。\n二是推进整改。（区审计局）';

/** The text behind a few words. */
const behind = (words: string, text = TEXT) => text.indexOf(words) + words.length;

describe('an item', () => {
  it('begins anew where it is told to, and its title and source are read', () => {
    const text =
      '区发改委推进项目建设 近日，区发改委召开会议。区审计局加强审计监督 一是加强监督。二是推进整改。（区审计局）';
    const before = split(text);
    expect(itemsOf(text, before)).toHaveLength(1);
    const next = applyChange(text, before, { does: 'begin', at: text.indexOf('区审计局加强') });
    expect(itemsOf(text, next)).toMatchObject([
      { title: '区发改委推进项目建设', body: ['近日，区发改委召开会议。'], source: null },
      { title: '区审计局加强审计监督', body: ['一是加强监督。二是推进整改。'], source: '区审计局' },
    ]);
    expect(next.confidence).toEqual([1, 1]);
  });

  it('begins in what was left over', () => {
    const text = `${TEXT}\n工作简报编辑部提供`;
    const before = split(text);
    const at = text.indexOf('工作简报');
    const next = applyChange(text, before, { does: 'begin', at });
    expect(itemsOf(text, next).at(-1)?.body).toEqual(['工作简报编辑部提供']);
  });

  it('merged with the one before it leaves its title as a paragraph, and the later source counts', () => {
    const [merged, ...more] = itemsOf(TEXT, applyChange(TEXT, split(TEXT), { does: 'merge', item: 1 }));
    expect(more).toEqual([]);
    expect(merged).toMatchObject({
      title: '区发改委推进项目建设',
      body: [
        '近日，区发改委召开会议。（任中）出席。（区发改委）',
        '区审计局加强审计监督',
        '一是加强监督。',
        '二是推进整改。',
      ],
      source: '区审计局',
    });
  });

  it('of one printed line is one paragraph again after a wrong cut is merged', () => {
    const text = '区发改委推进项目建设\n近日，区发改委召开会议，任中出席。（区发改委）';
    const cut = applyChange(text, split(text), { does: 'begin', at: text.indexOf('任中') });
    expect(itemsOf(text, cut)).toHaveLength(2);
    expect(itemsOf(text, applyChange(text, cut, { does: 'merge', item: 1 }))).toEqual(itemsOf(text, split(text)));
  });
});

describe('a boundary', () => {
  it('moves by a character either way, between title and body', () => {
    const at = TEXT.indexOf('近日');
    const longer = applyChange(TEXT, split(TEXT), { does: 'boundary', at, to: at + 3 });
    expect(itemsOf(TEXT, longer)[0]).toMatchObject({ title: '区发改委推进项目建设 近日，' });
    const shorter = applyChange(TEXT, split(TEXT), { does: 'boundary', at, to: behind('区发改委推进项目') });
    expect(itemsOf(TEXT, shorter)[0]).toMatchObject({ title: '区发改委推进项目', body: [/^建设近日/] });
  });

  it('moves over page furniture without touching it', () => {
    const text = '区发改委推进项\n— 2 —\n目建设有序开展 近日，召开会议。（区发改委）';
    const before = split(text);
    const next = applyChange(text, before, { does: 'boundary', at: text.indexOf('近日'), to: behind('推进', text) });
    expect(itemsOf(text, next)[0]).toMatchObject({
      title: '区发改委推进',
      body: ['项目建设有序开展 近日，召开会议。'],
    });
    expect(issuesOf(documentOf(text, next))[0]?.leftover).toEqual(['—2—']);
  });
});

describe('a paragraph', () => {
  it('breaks and joins', () => {
    const broken = applyChange(TEXT, split(TEXT), { does: 'break', at: TEXT.indexOf('推进整改') });
    expect(itemsOf(TEXT, broken)[1]?.body).toEqual(['一是加强监督。', '二是', '推进整改。']);
    const joined = applyChange(TEXT, broken, { does: 'join', at: TEXT.indexOf('推进整改') });
    expect(itemsOf(TEXT, joined)).toEqual(itemsOf(TEXT, split(TEXT)));
  });
});

describe('a stretch of text', () => {
  const role = (words: string, role: Extract<Change, { does: 'role' }>['role']): Change => ({
    does: 'role',
    range: { start: TEXT.indexOf(words), end: behind(words) },
    role,
    item: null,
  });

  it('becomes a subheading, a source, or belongs to nothing', () => {
    const subhead = itemsOf(TEXT, applyChange(TEXT, split(TEXT), role('一是加强监督。', 'subhead')))[1];
    expect(subhead).toMatchObject({ body: ['一是加强监督。', '二是推进整改。'], subheads: [0] });
    const dropped = applyChange(TEXT, split(TEXT), role('一是加强监督。', 'leftover'));
    expect(itemsOf(TEXT, dropped)[1]?.body).toEqual(['二是推进整改。']);
    expect(issuesOf(documentOf(TEXT, dropped))[0]?.leftover).toEqual(['一是加强监督。']);
    const back = applyChange(TEXT, dropped, role('一是加强监督。', 'body'));
    expect(itemsOf(TEXT, back)).toEqual(itemsOf(TEXT, split(TEXT)));
  });

  it('given a title, a brief is an item; without one an item is a brief', () => {
    const untitled = applyChange(TEXT, split(TEXT), role('区发改委推进项目建设', 'body'));
    expect(itemsOf(TEXT, untitled)[0]).toMatchObject({
      kind: 'brief',
      title: null,
      body: ['区发改委推进项目建设 近日，区发改委召开会议。（任中）出席。'],
    });
    const titled = applyChange(TEXT, untitled, role('区发改委推进项目建设', 'title'));
    expect(itemsOf(TEXT, titled)).toEqual(itemsOf(TEXT, split(TEXT)));
  });

  it('made a heading stands over the items below it', () => {
    const headed = applyChange(TEXT, split(TEXT), role('区发改委推进', 'column'));
    expect(itemsOf(TEXT, headed).map(({ column }) => column)).toEqual(['区发改委推进', '区发改委推进']);
  });
});

describe('whatever is changed', () => {
  const texts = [
    read('corpus/001.txt'),
    read('corpus/003.txt'),
    read('split/sections.txt'),
    read('split/two-issues.txt'),
  ];
  const roles = [
    'title',
    'body',
    'subhead',
    'source',
    'byline',
    'marker',
    'column',
    'continuedFrom',
    'leftover',
  ] as const;
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const changes = fc.array(
    fc.record({
      does: fc.constantFrom('begin', 'merge', 'role', 'boundary', 'break', 'join', 'kind', 'check'),
      a: share,
      b: share,
      role: fc.constantFrom(...roles),
    }),
    { minLength: 1, maxLength: 25 },
  );
  type Drawn = { does: Change['does']; a: number; b: number; role: (typeof roles)[number] };

  /** A change somewhere in the text, at a piece's own boundary where one is needed. */
  function toChange(text: string, { pieces, items }: Split, { does, a, b, role }: Drawn): Change {
    const at = Math.floor(a * text.length);
    const start = pieces[Math.floor(a * (pieces.length - 1))]?.start ?? 0;
    const item = Math.floor(b * (items.length - 1));
    switch (does) {
      case 'role':
        return { does, range: { start: at, end: at + 1 + Math.floor(b * 80) }, role, item: null };
      case 'boundary':
        return { does, at: start, to: Math.max(0, start + Math.floor((b - 0.5) * 60)) };
      case 'begin':
      case 'break':
        return { does, at };
      case 'join':
        return { does, at: start };
      case 'kind':
        return { does, item, kind: 'brief' };
      case 'merge':
      case 'check':
        return { does, item };
    }
  }

  it('every character stays in exactly one place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), changes, (text, drawn) => {
        let state = split(text);
        for (const one of drawn as Drawn[]) state = applyChange(text, state, toChange(text, state, one));
        expect(faultOf(text, state)).toBeNull();
        expect(accountFor(text, documentOf(text, state))).toEqual({ lost: '', doubled: '' });
      }),
      { numRuns: 120, seed: 4 },
    );
  });
});
