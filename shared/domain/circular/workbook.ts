import { formatDate } from '../dates.ts';
import { formatSpan } from '../scoring/months.ts';
import { rateOf } from '../statistics/matrix.ts';
import type { Statement } from './bulletin.ts';
import type { CircularContent } from './circular.ts';
import { type CircularPart, circularPartNames } from './parts.ts';

/** A figure that can be summed; `format` as in spreadsheets. */
export interface FigureCell {
  figure: number;
  format: '0' | '0.00' | '0.0%';
}

/** One page of a workbook: a heading over the columns, and rows of words and figures. */
export interface WorkbookSheet {
  name: string;
  heading: string;
  columns: { name: string; width: number }[];
  rows: (string | FigureCell)[][];
}

const count = (figure: number): FigureCell => ({ figure, format: '0' });
const score = (points: number): FigureCell => ({ figure: points / 100, format: '0.00' });
const rate = (of: { submitted: number; adopted: number }): string | FigureCell => {
  const tenths = rateOf(of);
  return tenths === null ? '—' : { figure: tenths / 1000, format: '0.0%' };
};

/** The same figures as on paper, one sheet for each part that has any. */
export function circularWorkbook({ figures, parts, title }: CircularContent): WorkbookSheet[] {
  const sheets: [CircularPart, WorkbookSheet['columns'], WorkbookSheet['rows']][] = [
    [
      'ranking',
      columns('分组', 10, '排名', 6, '单位', 22, '报送', 8, '采用', 8, '采用率', 9, '得分', 10),
      figures.groups.flatMap(({ group, units }) =>
        units.map((unit) => [
          group,
          count(unit.rank),
          unit.unit,
          count(unit.submitted),
          count(unit.adopted),
          rate(unit),
          score(unit.points),
        ]),
      ),
    ],
    [
      'titles',
      columns('单位', 22, '篇目', 60, '刊期', 22, '得分', 10),
      figures.titles.flatMap(({ unit, items }) =>
        items.map(({ title: of, issue, points }) => [unit, of, issue, score(points)]),
      ),
    ],
    [
      'upper',
      columns('单位', 22, '篇目', 60, '采用、批示', 30, '得分', 10),
      figures.upper.map(({ unit, title: of, what, points }) => [unit, of, what, score(points)]),
    ],
    ...(['commissions', 'shortfalls'] as const).map(
      (part): [CircularPart, WorkbookSheet['columns'], WorkbookSheet['rows']] => [
        part,
        columns('单位', 22, '情况', 50, '得分', 10),
        figures[part].map(({ unit, what, points }) => [unit, what, score(points)]),
      ],
    ),
    [
      'rules',
      columns('规则', 30, '条文', 80),
      figures.rules.flatMap(({ title: of, clauses }) => clauses.map((text) => [of, text])),
    ],
  ];
  const told = sheets.filter(([part, , rows], i) => i === 0 || (parts.includes(part) && rows.length > 0));
  return told.map(([part, head, rows]) => ({ name: circularPartNames[part], heading: title, columns: head, rows }));
}

export const statementWorkbook = (statement: Statement): WorkbookSheet[] => [
  {
    name: '对账单',
    heading: `${statement.unit}${formatSpan(statement.from, statement.to)}信息得分对账单`,
    columns: columns('日期', 14, '事由', 60, '依据', 44, '分值', 10),
    rows: [
      ...statement.rows.map(({ date, what, clause, points }) => [formatDate(date), what, clause, score(points)]),
      ['合计', '', '', score(statement.points)],
    ],
  },
];

function columns(...pairs: (string | number)[]): WorkbookSheet['columns'] {
  const out: WorkbookSheet['columns'] = [];
  for (let i = 0; i < pairs.length; i += 2) out.push({ name: String(pairs[i]), width: Number(pairs[i + 1]) });
  return out;
}
