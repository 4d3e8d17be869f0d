import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeDocument, type Piece, splitText, splitWithTrace } from '../../../shared/text/split/index.ts';
import { accountFor, issuesOf } from './compare.ts';

/** What texts of the genre are made of, and what breaks programs. */
const SCRAPS = [
  '区发改委',
  '区人社局三举措保障农民工足额领薪',
  '近日，',
  '一是',
  '推进工作落实。',
  '（区发改委）',
  '（任中）',
  '(记者 张三 通讯员 李四)',
  '——区审计局',
  '来源：区商务局',
  '△',
  '●',
  '1. ',
  '一、',
  '（一）',
  '第19期',
  '总第3期',
  '2020年3月6日',
  '上街信息',
  '中共上街区委办公室',
  '目录',
  '【简讯】',
  '报：',
  '送：区领导',
  '发：各镇、',
  '责任编辑：郝婕 李德昭',
  '共印20份',
  '— 2 —',
  '第 2 页 共 4 页',
  '(上接一版)',
  '(下转三版)',
  '**',
  '# ',
  '---',
  '\n',
  '\n\n',
  '\r\n',
  '\f',
  ' ',
  '　',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '“',
  '”',
  '（',
  '）',
  '\0',
  '\ud800',
  '\udc00',
  '\u202e',
  '𠮷',
  '54',
  '83.3%',
  'LED',
  '，',
  '。',
  '：',
];
const genreText = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = fc.oneof(genreText, genreText, fc.string({ unit: 'binary', maxLength: 200 }));

function expectPartition(text: string, pieces: readonly Piece[]): void {
  let end = 0;
  for (const piece of pieces) {
    expect(piece.start).toBeGreaterThanOrEqual(end);
    expect(text.slice(end, piece.start)).toMatch(/^\s*$/);
    end = piece.end;
  }
  expect(text.slice(end)).toMatch(/^\s*$/);
}

describe('whatever the text', () => {
  it('every character is in exactly one piece and once in the document', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { pieces, document, items, confidence } = splitWithTrace(text);
        expectPartition(text, pieces);
        expect(accountFor(text, document)).toEqual({ lost: '', doubled: '' });
        expect(confidence).toHaveLength(items.length);
        expect(confidence.every((sure) => sure >= 0 && sure <= 1)).toBe(true);
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  it('NUL, lone surrogates and direction overrides pass through', () => {
    const text = '区发改委推进工作 近日，区发改委\0推\ud800进\u202e工作。（区发改委）';
    const [issue] = issuesOf(splitText(text));
    expect(issue?.items[0]?.body.join('')).toBe('近日，区发改委\0推\ud800进\u202e工作。');
  });
});

describe('lines that are the same word for word', () => {
  const FORMULA = '区发改委认真落实工作部署加快推进重点项目建设确保全年目标任务圆满完成，';
  const wrapped = (text: string, width: number): string[] => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];

  it('stay in the body at whatever width a text was wrapped, with page numbers between them or without', () => {
    const body = `近日，区发改委召开会议，${FORMULA.repeat(12)}下一步继续推进。`;
    for (let width = 10; width < 40; width++) {
      for (const every of [Infinity, 7]) {
        const lines = wrapped(body, width).flatMap((line, i) => (i % every === 6 ? [line, `— ${i} —`] : [line]));
        const text = `区发改委推进项目建设\n${lines.join('\n')}（区发改委）\n区审计局推进项目建设\n近日，区审计局召开会议。（区审计局）`;
        const [issue] = issuesOf(splitText(text));
        expect(issue?.items[0]?.body, `width ${width}`).toEqual([body]);
      }
    }
  });

  it('are running heads where they stand apart in mid-sentence', () => {
    const body = `近日，区发改委召开会议，${'听取项目情况，研究资金安排，协调土地手续，'.repeat(12)}下一步继续推进。`;
    const lines = wrapped(body, 20).flatMap((line, i) => (i % 5 === 4 ? [line, '金水区基层党建'] : [line]));
    const [issue] = issuesOf(splitText(`区发改委推进项目建设\n${lines.join('\n')}（区发改委）`));
    expect(issue?.items[0]?.body).toEqual([body]);
    expect(new Set(issue?.leftover)).toEqual(new Set(['金水区基层党建']));
  });
});

describe('text made to be slow', () => {
  // Each of these took minutes, or the stack, in some earlier shape of a pattern; they end within the test's limit.
  it.each([
    ['one paragraph of 10 MB', '区发改委推进工作。'.repeat(1_100_000)],
    ['100,000 paragraphs', '区发改委推进工作落实。\n'.repeat(100_000)],
    ['open brackets', '（区'.repeat(200_000)],
    ['blanks', `工${' '.repeat(1_000_000)}作`],
    ['dashes', '。——'.repeat(100_000)],
    ['markers', '△工\n'.repeat(60_000)],
    ['numbers', '1.\n'.repeat(60_000)],
    ['mastheads', Array.from({ length: 5000 }, (_, i) => `第${i}期\n`).join('')],
    ['imprints', '报：甲、\n'.repeat(30_000)],
  ])('%s', (_name, text) => {
    const { pieces } = splitWithTrace(text);
    const words = pieces.map(({ start, end }) => text.slice(start, end)).join('');
    expect(words.replace(/\s/g, '') === text.replace(/\s/g, '')).toBe(true);
  });
});

describe('what the review screen does with pieces', () => {
  const text =
    '区发改委推进工作。近日，区发改委推进工作。（区发改委）\n区审计局推进工作。近日，区审计局推进工作。（区审计局）';

  it('the document is composed anew from moved pieces', () => {
    const { pieces, items } = splitWithTrace(text);
    const moved = pieces.map((piece) => {
      if (piece.itemIndex !== 0 || piece.role !== 'title') return piece;
      return { ...piece, end: piece.end - 2 };
    });
    const at = moved.findIndex(({ role }) => role === 'title');
    const [title] = moved.slice(at, at + 1);
    if (!title) throw new Error('no title found');
    moved.splice(at + 1, 0, { ...title, role: 'body', part: -1, start: title.end, end: title.end + 2 });
    const [issue] = issuesOf(composeDocument(text, moved, items));
    expect(issue?.items[0]?.title).toBe('区发改委推进');
    expect(issue?.items[0]?.body[0]).toBe('工作');
    expect(accountFor(text, composeDocument(text, moved, items))).toEqual({ lost: '', doubled: '' });
  });

  it('every join of lines and every cut inside a line is listed', () => {
    const printed = '区发改委推进工作 近日，区发改委推\n— 2 —\n进工作。（区发改委）';
    const { seams } = splitWithTrace(printed);
    expect(seams.joins.map(({ start, end }) => printed.slice(start - 1, end + 1))).toEqual(['推\n— 2 —\n进']);
    expect(seams.cuts.map((at) => printed.slice(at, at + 3))).toEqual(['近日，', '（区发']);
  });

  it('an item whose title is a guess is less sure than one whose title stands alone', () => {
    const sure = splitWithTrace('区发改委开通审批绿色通道\n\n近日，区发改委推进工作。（区发改委）').confidence[0] ?? 0;
    const guess =
      splitWithTrace('区发改委强化管理提高效益将绩效理念融入工作，推进工作。（区发改委）').confidence[0] ?? 1;
    expect(guess).toBeLessThan(sure);
  });
});

describe('what the office knows', () => {
  it('a title it knows is cut where it ends', () => {
    const text = '红旗渠畔稻花香又是一年好收成，农户笑开颜。（任村）';
    const [plain] = issuesOf(splitText(text));
    const [informed] = issuesOf(splitText(text, { titles: ['红旗渠畔稻花香'] }));
    expect(plain?.items[0]?.title).toBeNull();
    expect(informed?.items[0]?.title).toBe('红旗渠畔稻花香');
  });

  it('a unit whose name looks like none is seen where the register has it', () => {
    const text = '红旗渠灌溉科推进节水改造 近日，节水改造有序推进。（水利）';
    const unitOf = (units: string[]) =>
      issuesOf(splitText(text, { units: units.map((name) => ({ unitId: name, name, kind: 'short' as const })) }))[0]
        ?.items[0]?.unitInTitle;
    expect(unitOf([])).toBeNull();
    expect(unitOf(['红旗渠灌溉科'])).toBe('红旗渠灌溉科');
  });
});
