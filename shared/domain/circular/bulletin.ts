import { type Block, type Bulletin, bulletinSchema } from '../bulletin.ts';
import { dateParts } from '../dates.ts';
import type { DepartmentId } from '../ids.ts';
import { formatSpan } from '../scoring/months.ts';
import { formatPoints, type Points } from '../scoring/points.ts';
import { formatRate, rateOf } from '../statistics/matrix.ts';
import type { CircularContent, CircularFigures } from './circular.ts';
import { type CircularPart, circularPartNames } from './parts.ts';

/** A circular on the bulletin's own page: its parts numbered 一、二、 in the order of `circularPartNames`. Pure. */
export function circularBulletin(content: CircularContent): Bulletin {
  const { figures } = content;
  const parts = (Object.keys(circularPartNames) as CircularPart[]).filter(
    (part) => content.parts.includes(part) && blocksOf(part, figures).length > 0,
  );
  const body = [
    ...paragraphs(content.opening),
    ...parts.flatMap((part, i): Block[] => [
      { kind: 'subhead', text: `${'一二三四五六七八九'.charAt(i)}、${circularPartNames[part]}` },
      ...blocksOf(part, figures),
    ]),
    ...paragraphs(content.closing),
  ];
  return page(content, inTwoLines(content.title, formatSpan(figures.from, figures.to)), body);
}

/** 单位对账单: every line of one unit's points, with issue and clause, for the unit to check. */
export interface Statement {
  departmentId: DepartmentId;
  unit: string;
  group: string;
  from: CircularFigures['from'];
  to: CircularFigures['to'];
  submitted: number;
  adopted: number;
  points: Points;
  rank: number | null;
  rows: { date: CircularFigures['from']; what: string; clause: string; points: Points }[];
}

export type StatementFrame = Pick<CircularContent, 'masthead' | 'office' | 'date' | 'style'>;

export function statementBulletin(statement: Statement, frame: StatementFrame): Bulletin {
  const { unit, group, from, to, rank, points, rows } = statement;
  const span = formatSpan(from, to);
  const place = rank === null ? '' : `，居${group || '未分组单位'}第${rank}位`;
  const body: Block[] = [
    {
      kind: 'text',
      text: `${span}，报送信息${statement.submitted}条，采用${statement.adopted}篇，采用率${formatRate(rateOf(statement))}，得${formatPoints(points)}分${place}。`,
    },
    ...(rows.length === 0
      ? []
      : [
          table([
            ['日期', '事由和依据', '分'],
            ...rows.map(({ date, what, clause, points: worth }) => [
              `${dateParts(date).month}月${dateParts(date).day}日`,
              clause === '' ? what : `${what}（${clause}）`,
              formatPoints(worth),
            ]),
            ['', '合计', formatPoints(points)],
          ]),
        ]),
  ];
  return page({ ...frame, issueText: unit, sendTo: '' }, inTwoLines(`${unit}${span}信息得分对账单`, span), body);
}

function page(
  frame: Pick<CircularContent, 'masthead' | 'issueText' | 'office' | 'date' | 'style' | 'sendTo'>,
  theme: string[],
  body: Block[],
): Bulletin {
  const { masthead: name, issueText, office, date, style, sendTo } = frame;
  return bulletinSchema.parse({
    masthead: { name, issueText, totalText: null, office, date, secrecy: style.secrecy || null, copyNumber: null },
    theme,
    // Not an item of the bulletin: it has neither a title of its own nor a unit it is from.
    entries: [{ id: 'circular', kind: 'lead', section: null, title: null, body, source: null }],
    imprint: sendTo === '' ? [] : [{ label: '发', text: sendTo }],
    style: { ...style, totalWording: '' },
  });
}

/** Longest title that stands in one line, characters. */
const ONE_LINE = 20;

/** 关于2020年第一季度 / 信息报送采用情况的通报: a long title is parted after its days, where it names them. */
function inTwoLines(title: string, span: string): string[] {
  const end = title.indexOf(span) + span.length;
  return title.length <= ONE_LINE || end < span.length || end === title.length
    ? [title]
    : [title.slice(0, end), title.slice(end)];
}

const paragraphs = (text: string): Block[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'text', text: line.trim() }));

const table = (rows: string[][], caption = ''): Block => ({
  kind: 'table',
  rows,
  ...(caption === '' ? {} : { caption }),
});

/** What a part prints; nothing where it has nothing to tell. */
function blocksOf(part: CircularPart, figures: CircularFigures): Block[] {
  switch (part) {
    case 'ranking':
      return figures.groups
        .filter(({ units }) => units.length > 0)
        .map(({ group, units }) =>
          table(
            [
              ['排名', '单位', '报送', '采用', '采用率', '得分'],
              ...units.map((unit) => [
                String(unit.rank),
                unit.unit,
                String(unit.submitted),
                String(unit.adopted),
                formatRate(rateOf(unit)),
                formatPoints(unit.points as Points),
              ]),
            ],
            group || '未分组单位',
          ),
        );
    // Titles are long: as running text they need no narrow columns.
    case 'titles':
      return figures.titles.map(({ unit, items }) => {
        const sum = items.reduce((total, { points }) => total + points, 0) as Points;
        const told = items.map(({ title, issue, points }) => `${title}（${issue}，${formatPoints(points)}分）`);
        return { kind: 'text', text: `${unit}（${items.length}篇，${formatPoints(sum)}分）：${told.join('；')}。` };
      });
    case 'upper':
      return figures.upper.map(({ unit, title, what, points }) => ({
        kind: 'text',
        text: `${unit}：${title}，${what.endsWith('批示') ? what : `${what}采用`}，${formatPoints(points)}分。`,
      }));
    case 'commissions':
    case 'shortfalls':
      return listed(
        ['单位', '情况', '得分'],
        figures[part].map(({ unit, what, points }) => [unit, what, formatPoints(points)]),
      );
    case 'rules':
      return figures.rules.flatMap(({ title, clauses }): Block[] => [
        { kind: 'subhead', text: `（${title}）` },
        ...clauses.map((text): Block => ({ kind: 'text', text })),
      ]);
    default:
      return part satisfies never;
  }
}

const listed = (head: string[], rows: string[][]): Block[] => (rows.length === 0 ? [] : [table([head, ...rows])]);
