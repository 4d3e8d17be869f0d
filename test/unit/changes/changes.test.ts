import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, wordsOf } from '../../../shared/domain/bulletin.ts';
import {
  blameOf,
  type Comparison,
  compare,
  editsOf,
  mapRange,
  mergedRows,
  pairedRows,
  type Row,
  streamOf,
  takeBack,
  type Writing,
  wordsOfChange,
} from '../../../shared/text/changes/index.ts';
import { truthOf } from '../../support/bulletins.ts';
import { reword } from '../similar/rewording.ts';

const text = (...paragraphs: string[]): Writing => ({
  title: '标题',
  blocks: paragraphs.map((paragraph) => ({ kind: 'text', text: paragraph })),
});

/** The changes as a hand would mark them: `[旧→新]`, ¶ for an end of a paragraph. */
const marks = (before: Writing, after: Writing) => {
  const comparison = compare(before, after);
  return comparison.changes.map((change) => {
    const words = wordsOfChange(comparison, change);
    return `[${words.before}→${words.after}]`.replaceAll('\n', '¶');
  });
};

/** Letters, marks, bold, every kind of block; few letters, so that much is alike. */
const letters = fc.string({
  unit: fc.constantFrom('区', '委', '复', '工', '，', '。', '4', '5', '%', '𠮷'),
  maxLength: 24,
});
const paragraph: fc.Arbitrary<Block> = fc
  .record({
    kind: fc.constantFrom('text' as const, 'subhead' as const, 'note' as const),
    text: letters,
    cut: fc.nat(24),
  })
  .map(({ kind, text: words, cut }) =>
    cut > 0 && cut < words.length ? { kind, text: words, bold: [[0, cut]] } : { kind, text: words },
  );
const table: fc.Arbitrary<Block> = letters.map((cell) => ({ kind: 'table', rows: [['单位', cell]] }));
const block = fc.oneof({ weight: 6, arbitrary: paragraph }, { weight: 1, arbitrary: table });
const writing: fc.Arbitrary<Writing> = fc.record({ title: letters, blocks: fc.array(block, { maxLength: 6 }) });

describe('any two texts', () => {
  it('all changes taken back give the one before, none taken back the one after', () => {
    fc.assert(
      fc.property(writing, writing, (before, after) => {
        const comparison = compare(before, after);
        expect(takeBack(comparison, new Set(comparison.changes))).toEqual(before);
        expect(takeBack(comparison, new Set())).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });

  it('have equal characters between their changes, which are in order and apart', () => {
    fc.assert(
      fc.property(writing, writing, (before, after) => {
        const { before: a, after: b, changes } = compare(before, after);
        for (const part of ['title', 'text'] as const) {
          let [aAt, bAt] = [0, 0];
          for (const change of changes.filter((one) => one.part === part)) {
            expect(a[part].text.slice(aAt, change.aFrom)).toBe(b[part].text.slice(bAt, change.bFrom));
            expect(change.aTo - change.aFrom + change.bTo - change.bFrom).toBeGreaterThan(0);
            [aAt, bAt] = [change.aTo, change.bTo];
          }
          expect(a[part].text.slice(aAt)).toBe(b[part].text.slice(bAt));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are both drawn whole, in one and side by side', () => {
    const words = (rows: readonly Row[], but: 'inserted' | 'deleted') =>
      rows
        .flatMap(({ runs }) => runs.filter((run) => run.mark !== but).map((run) => run.text + objectOf(run)))
        .join('');
    const objectOf = ({ object }: Row['runs'][number]) => (object ? JSON.stringify(object) : '');
    const whole = ({ title, blocks }: Writing) =>
      title + blocks.map((one) => ('text' in one ? one.text : JSON.stringify(one))).join('');
    fc.assert(
      fc.property(writing, writing, (before, after) => {
        const comparison = compare(before, after);
        const merged = mergedRows(comparison);
        expect(words(merged, 'inserted')).toBe(whole(before));
        expect(words(merged, 'deleted')).toBe(whole(after));
        const pairs = pairedRows(comparison);
        expect(
          words(
            pairs.flatMap((pair) => pair.before),
            'inserted',
          ),
        ).toBe(whole(before));
        expect(
          words(
            pairs.flatMap((pair) => pair.after),
            'deleted',
          ),
        ).toBe(whole(after));
      }),
      { numRuns: 200 },
    );
  });

  it('lose nothing where much was rewritten, also beyond what is solved exactly', () => {
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const items = ['000', '001', '003'].flatMap((name) => truthOf(name).items.map(({ body }) => body));
    const long = text(...items.flat());
    const rewritten = text(...items.flat().map((one) => reword(one, random)));
    const shuffled = text(...items.flat().reverse());
    for (const other of [rewritten, shuffled, text('全然不同。')]) {
      const comparison = compare(long, other);
      expect(takeBack(comparison, new Set(comparison.changes))).toEqual(long);
    }
    expect(compare(long, rewritten).changes.length).toBeGreaterThan(50);
  });
});

describe('changes read as an editor marks them', () => {
  it.each<[string, string, string[]]>([
    ['复工率93.3%。', '复工率83.3%。', ['[93.3%→83.3%]']],
    ['共排查1850人。', '共排查185人。', ['[1850→185]']],
    ['3月5日召开。', '4月6日召开。', ['[3月5→4月6]']],
    ['按排专人负责。', '安排专人负责。', ['[按→安]']],
    ['贯彻落实会议精神。', '贯彻会议精神。', ['[落实→]']],
    ['建立机制，强化服务。', '建立机制，加强调度，强化服务。', ['[→加强调度，]']],
    ['建立机制。强化服务。', '建立机制。加强调度。强化服务。', ['[→加强调度。]']],
    ['区审计局、区财政局、区住建局参加。', '区审计局、区商务局、区住建局参加。', ['[财政→商务]']],
    ['全区54个项目，已复工45个。', '全区56个项目，已复工46个。', ['[54→56]', '[45→46]']],
  ])('%s → %s', (before, after, expected) => {
    expect(marks(text(before), text(after))).toEqual(expected);
  });

  it('a paragraph split or joined changes its end alone', () => {
    const one = text('近日，区科工局走访企业。目前已走访32家。');
    const two = text('近日，区科工局走访企业。', '目前已走访32家。');
    expect(marks(one, two)).toEqual(['[→¶]']);
    expect(marks(two, one)).toEqual(['[¶→]']);
  });

  it('a moved paragraph is known at both ends, also where a figure in it was changed', () => {
    const [first, second] = [
      '区审计局深入一线开展专项审计，发现问题32个。',
      '区商务局督查冷链企业，检查门店15家，整改8处。',
    ];
    const moved = compare(text(first, second, '结尾。'), text(second, first, '结尾。'));
    expect(moved.changes.map(({ kind, movedTo }) => [kind, movedTo])).toEqual([
      ['delete', 1],
      ['insert', 0],
    ]);
    const changed = compare(text(first, second, '结尾。'), text(second, first.replace('32', '35'), '结尾。'));
    expect(changed.changes.map(({ movedTo }) => movedTo)).toEqual([1, 0]);
    expect(takeBack(changed, new Set(changed.changes)).blocks).toEqual(text(first, second, '结尾。').blocks);
  });

  it('bold, the kind of a paragraph and a table are changes, too', () => {
    const plain: Block[] = [{ kind: 'text', text: '一是建机制。二是抓督查。' }];
    const bold: Block[] = [{ kind: 'subhead', text: '一是建机制。二是抓督查。', bold: [[0, 6]] }];
    const comparison = compare({ title: '', blocks: plain }, { title: '', blocks: bold });
    expect(comparison.changes.map(({ kind, bFrom, bTo }) => [kind, bFrom, bTo])).toEqual([
      ['format', 0, 6],
      ['format', 12, 13],
    ]);
    const tables = (cell: string): Block[] => [...plain, { kind: 'table', rows: [['项目', cell]] }];
    expect(marks({ title: '', blocks: tables('45') }, { title: '', blocks: tables('46') })).toHaveLength(1);
  });

  it('one taken back puts the old words into the text as it is now', () => {
    const comparison = compare(text('全区54个项目，已复工45个。'), text('全区56个项目，全部已复工45个。'));
    const [number] = comparison.changes;
    if (!number) throw new Error('no change');
    expect(wordsOf(takeBack(comparison, new Set([number])).blocks)).toEqual(['全区54个项目，全部已复工45个。']);
  });
});

describe('who changed it', () => {
  const blamed = (...versions: string[]) => {
    const comparison: Comparison = compare(text(versions[0] ?? ''), text(versions.at(-1) ?? ''));
    const blame = blameOf(
      comparison,
      versions.map((version) => text(version)),
    );
    return comparison.changes.map((change, n) => [
      Object.values(wordsOfChange(comparison, change)).join('→'),
      blame[n],
    ]);
  };

  it('each change is laid to the version that brought it last', () => {
    expect(
      blamed(
        '走访企业32家，解决问题。',
        '走访企业35家，解决问题。',
        '走访企业35家，解决用工问题。',
        '走访企业35家，解决用工问题。',
      ),
    ).toEqual([
      ['32→35', 1],
      ['→用工', 2],
    ]);
    expect(blamed('走访企业32家。', '走访企业35家。', '走访企业38家。')).toEqual([['32→38', 2]]);
  });

  it('what was taken out is laid to who took it out, whatever came after', () => {
    expect(blamed('认真走访企业。', '走访企业。', '走访企业，效果好。')).toEqual([
      ['认真→', 1],
      ['→，效果好', 2],
    ]);
  });
});

describe('a passage followed through edits', () => {
  const follow = (before: string, after: string, passage: string) => {
    const [a, b] = [text(before), text(after)].map(({ blocks }) => streamOf(blocks));
    if (!a || !b) throw new Error('no text');
    const from = a.text.indexOf(passage);
    const range = mapRange(editsOf(a, b), from, from + passage.length);
    return b.text.slice(range.from, range.to);
  };

  it.each([
    ['共走访企业32家。', '近日，共走访企业32家，成效好。', '32家', '32家'],
    ['共走访企业32家。', '共走访企业35家。', '企业32家', '企业35家'],
    ['共走访企业32家。', '共走访规上企业32家。', '走访企业', '走访规上企业'],
    ['共走访企业32家，解决问题。', '共解决问题。', '走访企业32家', ''],
    ['共走访企业32家。', '共走访企业35家。', '32家', '35家'],
  ])('%s → %s: %s is then %s', (before, after, passage, expected) => {
    expect(follow(before, after, passage)).toBe(expected);
  });

  it('never leaves the text', () => {
    fc.assert(
      fc.property(writing, writing, fc.nat(60), fc.nat(20), (before, after, start, length) => {
        const [a, b] = [streamOf(before.blocks), streamOf(after.blocks)];
        const from = Math.min(start, a.text.length);
        const range = mapRange(editsOf(a, b), from, Math.min(from + length, a.text.length));
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.to).toBeGreaterThanOrEqual(range.from);
        expect(range.to).toBeLessThanOrEqual(b.text.length);
      }),
    );
  });
});
