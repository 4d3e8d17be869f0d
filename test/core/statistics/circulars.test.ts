import { existsSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookXlsx } from '../../../electron/press/export/workbookXlsx.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { circularBulletin } from '../../../shared/domain/circular/bulletin.ts';
import { defaultWording } from '../../../shared/domain/circular/circular.ts';
import { unknownSlots } from '../../../shared/domain/circular/wording.ts';
import { circularWorkbook } from '../../../shared/domain/circular/workbook.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { points } from '../../../shared/domain/scoring/points.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { aQuarter, byHand, type Quarter, quarter } from './quarter.ts';

let desk: TestDesk;
let made: Quarter;
beforeAll(async () => {
  desk = await openDesk({ time: '2020-04-02T02:00:00.000Z' });
  made = await aQuarter(desk);
});
afterAll(() => desk.close());

const create = () => desk.call('circulars.create', { ...quarter, kind: 'quarterly', date: '2020-04-02' as IsoDate });
const tables = ({ entries }: Bulletin) =>
  entries.flatMap(({ body }) => body.flatMap((block) => (block.kind === 'table' ? [block] : [])));

describe('通报', () => {
  it('is printed from its workbook with all columns of a sheet on one page', async () => {
    const { content } = await create();
    const files = unzipSync(await workbookXlsx(circularWorkbook(content)));
    const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBeGreaterThan(1);
    for (const name of sheets) {
      const sheet = strFromU8(files[name] ?? expect.unreachable());
      expect(sheet).toMatch(/^<\?xml[^>]*\?><worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
      expect(sheet).toContain('<pageSetup fitToWidth="1" fitToHeight="0" ');
    }
  });

  it('tells the quarter in words and tables, with the figures reckoned by hand', async () => {
    const { content } = await create();
    expect(content.title).toBe('关于2020年第一季度信息报送采用情况的通报');
    expect(content.opening).toBe(
      '2020年第一季度，各单位共报送信息9条，采用5篇，采用率55.6%；被上级采用2篇次，获领导批示1次。' +
        '镇办积分居前的是峡窝镇（4分）、济源路街道（0.5分）；区直积分居前的是区发改委（54分）、区审计局（5分）。现将有关情况通报如下。',
    );
    const bulletin = circularBulletin(content);
    const [towns, bureaus, shortfalls] = tables(bulletin);
    const ranked = (group: string) =>
      byHand
        .filter((row) => row.group === group)
        .map(({ rank, unit, submitted, adopted, rate, points: worth }) =>
          [rank, unit, submitted, adopted, rate, worth].map(String),
        );
    expect(towns).toMatchObject({ caption: '镇办', rows: [expect.any(Array), ...ranked('镇办')] });
    expect(bureaus).toMatchObject({ caption: '区直', rows: [expect.any(Array), ...ranked('区直')] });
    const texts = bulletin.entries.flatMap(({ body }) => body.map((block) => ('text' in block ? block.text : '')));
    expect(texts).toEqual(
      expect.arrayContaining([
        '峡窝镇（1篇，6分）：麦田管理（《上街信息》第22期，6分）。',
        '济源路街道（1篇，3分）：入户排查（《上街信息》第19期，3分）。',
        '区发改委（3篇，14分）：项目开复工（《上街信息》第19期，5分）；营商环境（《上街信息》第20期，3分）；“一建二抓三推四督”（《上街信息》第22期，6分）。',
        '区审计局（1篇，3分）：营商环境（《上街信息》第20期，3分）。',
        '区发改委：项目开复工，市级《郑州信息》采用，10分。',
        '区发改委：“一建二抓三推四督”，省级《河南信息》采用，20分。',
        '区发改委：项目开复工，区级 区委书记批示，10分。',
      ]),
    );
    expect(bulletin.theme).toEqual(['关于2020年第一季度', '信息报送采用情况的通报']);
    const title = '关于2020年1月至2月信息报送采用情况的通报';
    const figures = { ...content.figures, to: '2020-02-29' as IsoDate };
    expect(circularBulletin({ ...content, title, figures }).theme).toEqual([
      '关于2020年1月至2月',
      '信息报送采用情况的通报',
    ]);
    expect(
      shortfalls?.rows
        .slice(1)
        .map(([unit, what, worth]) => `${unit} ${what} ${worth}`)
        .sort(),
    ).toEqual(['峡窝镇 本季度报送1条，缺2条 -2', '济源路街道 本季度报送2条，缺1条 -1']);
    const [sheet] = circularWorkbook(content);
    expect(sheet?.rows[2]).toEqual([
      '区直',
      { figure: 1, format: '0' },
      '区发改委',
      { figure: 4, format: '0' },
      { figure: 3, format: '0' },
      { figure: 0.75, format: '0.0%' },
      { figure: 54, format: '0.00' },
    ]);
  });

  it('keeps its figures once published, whatever is entered later; taken back it can be made anew', async () => {
    const draft = await create();
    const { figures: _figures, style: _style, ...words } = draft.content;
    const saved = await desk.call('circulars.save', {
      id: draft.id,
      version: draft.version,
      content: { ...words, closing: '请各单位认真对照。' },
    });
    const published = await desk.call('circulars.publish', { id: saved.id, version: saved.version });
    expect(published.publishedBy).toBe('郝婕');
    const late = {
      departmentId: made.units.town,
      date: '2020-03-30' as IsoDate,
      points: points(100),
      clause: null,
      reason: '补记',
    };
    const { id } = await desk.call('scoring.saveAdjustment', { id: null, adjustment: late });
    const kept = await desk.call('circulars.get', { id: draft.id });
    expect(kept.content.figures).toEqual(draft.content.figures);
    await expect(desk.call('circulars.refresh', { id: draft.id, version: kept.version })).rejects.toMatchObject({
      code: 'state-changed',
    });
    const open = await desk.call('circulars.withdraw', { id: draft.id });
    const anew = await desk.call('circulars.refresh', { id: draft.id, version: open.version });
    expect(anew.content.opening).toContain('峡窝镇（104分）');
    expect(anew.content.closing).toBe('请各单位认真对照。');
    await desk.call('scoring.deleteAdjustment', { id });
  });

  it('is worded as the office words it, slots filled in, until the first wording is brought back', async () => {
    const { quarterly } = await desk.call('circulars.wordings', {});
    const wording = { ...quarterly, title: '{期间}信息工作通报', opening: '报{报送}采{采用}，{不认识}。', parts: [] };
    await desk.call('circulars.saveWording', { kind: 'quarterly', wording });
    const own = (await create()).content;
    expect([own.title, own.opening, own.parts]).toEqual(['2020年第一季度信息工作通报', '报9采5，{不认识}。', []]);
    expect(unknownSlots(wording.opening)).toEqual(['{不认识}']);
    expect(await desk.call('circulars.saveWording', { kind: 'quarterly', wording: null })).toEqual(defaultWording);
    expect((await create()).content.title).toBe('关于2020年第一季度信息报送采用情况的通报');
  });

  it('is written in all its forms into a folder of its own, and so is the statement of a unit', async () => {
    const { id } = await create();
    const result = await desk.call('circulars.export', { id, folder: null });
    expect(result.folder.endsWith('2020年第一季度')).toBe(true);
    expect(existsSync(`${result.folder}/关于2020年第一季度信息报送采用情况的通报.json`)).toBe(true);
    const statement = await desk.call('circulars.exportStatement', {
      ...quarter,
      departmentId: made.units.street,
      folder: null,
    });
    expect(statement.files.map(({ name }) => name)).toEqual(['济源路街道对账单.json']);
  });
});
