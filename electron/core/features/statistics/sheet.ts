import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node';
import type { Span, Statistics } from '../../../../shared/contract/methods/statistics.ts';
import { isIsoDate } from '../../../../shared/domain/dates.ts';
import { publicationId } from '../../../../shared/domain/ids.ts';
import { formatMonth, formatSpan } from '../../../../shared/domain/scoring/months.ts';
import { type Figures, rateOf, type UnitFigures } from '../../../../shared/domain/statistics/matrix.ts';
import type { Desk } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { statisticsOf } from './service.ts';

/** 采用统计 as a sheet: figures are numbers, so that they can be summed; names are text. */
export async function statisticsSheet(desk: Desk, file: string): Promise<{ name: string; bytes: Uint8Array }> {
  const span = spanOf(file);
  const statistics = desk.db.read((r) => statisticsOf(r, desk, span));
  const bytes = await writeExcelFile(rowsOf(statistics, span), {
    sheet: '采用统计',
    columns: [10, 6, 20, 7, 7, 9, 9, ...statistics.months.flatMap(() => [7, 7, 9])].map((width) => ({ width })),
    stickyRowsCount: 3,
    stickyColumnsCount: 3,
  }).toBuffer();
  return { name: `采用统计（${formatSpan(span.from, span.to)}）.xlsx`, bytes };
}

/** `2020-01-01_2020-03-31.xlsx`, with `_PUBLICATION` where only one is asked for. Throws `not-found`. */
function spanOf(file: string): Span {
  const [from = '', to = '', ...publication] = file.replace(/\.xlsx$/, '').split('_');
  if (!isIsoDate(from) || !isIsoDate(to) || from > to) throw new CoreError('not-found', { what: '这个文件' });
  return { from, to, publicationId: publication.length === 0 ? null : publicationId.parse(publication.join('_')) };
}

function rowsOf({ months, groups }: Statistics, span: Span): SheetData {
  const head = (value: string, span = 1): Row => [
    { value, type: String, fontWeight: 'bold', align: 'center', ...(span > 1 ? { columnSpan: span } : {}) },
    ...Array.from({ length: span - 1 }, () => null),
  ];
  const names = ['上报', '采用', '得分'];
  const width = 3 + 4 + 3 * months.length;
  return [
    head(`${formatSpan(span.from, span.to)}采用统计`, width),
    [null, null, null, ...head('合计', 4), ...months.flatMap((month) => head(formatMonth(month), 3))],
    ['分组', '排名', '单位', '上报', '采用', '采用率', '得分', ...months.flatMap(() => names)].flatMap((name) =>
      head(name),
    ),
    ...groups.flatMap(({ group, units }) => units.map((unit) => unitRow(group, unit))),
  ];
}

function unitRow(group: string, { rank, unit, total, months }: UnitFigures): Row {
  const text = (value: string) => ({ value, type: String });
  const number = (value: number, format?: string) => ({ value, type: Number, ...(format ? { format } : {}) });
  const counts = ({ submitted, adopted }: Figures) => [number(submitted), number(adopted)];
  const score = ({ points }: Figures) => number(points / 100, '0.00');
  const rate = rateOf(total);
  return [
    text(group),
    number(rank),
    text(unit),
    ...counts(total),
    rate === null ? text('—') : number(rate / 1000, '0.0%'),
    score(total),
    ...months.flatMap((month) => [...counts(month), score(month)]),
  ];
}
