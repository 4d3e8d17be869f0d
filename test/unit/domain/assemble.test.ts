import { describe, expect, it } from 'vitest';
import { assembleBulletin, type IssueParts } from '../../../shared/domain/assemble.ts';
import { bulletinSchema } from '../../../shared/domain/bulletin.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { emptyDistribution } from '../../../shared/domain/distribution.ts';
import { defaultHouseStyle } from '../../../shared/domain/houseStyle.ts';
import type { Publication } from '../../../shared/domain/publication.ts';

const publication: Publication = {
  id: 'p' as Publication['id'],
  name: '上街信息',
  office: '中共上街区委办公室',
  sections: ['经济', '民生'],
  editors: [],
  imprintParts: ['editors', 'signer', 'copies'],
  distribution: emptyDistribution,
  style: { ...defaultHouseStyle, totalWording: '总第{t}期' },
};

const entry = (id: string, section: string | null, kind: 'item' | 'brief' = 'item') => ({
  id,
  kind,
  section,
  title: `题${id}`,
  blocks: [{ kind: 'text' as const, text: '文。' }],
  source: '区发改委',
});

const parts: IssueParts = {
  number: 19,
  total: 512,
  date: '2020-03-06' as IsoDate,
  theme: '精准服务 主动作为\n夺取“双胜利”（三）',
  entries: [entry('1', '经济'), entry('2', '经济'), entry('3', '民生', 'brief')],
  editors: ['郝婕', '李德昭'],
  reviewer: null,
  signer: '王某',
  distributionRows: [{ label: '发', text: '峡窝镇' }],
  copies: 45,
};

describe('an issue put into its printed form', () => {
  const bulletin = assembleBulletin(publication, parts);

  it('is what the press takes', () => {
    expect(bulletinSchema.parse(bulletin)).toEqual(bulletin);
  });

  it('has number, total, theme lines and date as printed', () => {
    expect(bulletin.masthead).toMatchObject({ issueText: '第19期', totalText: '总第512期', date: '2020-03-06' });
    expect(bulletin.theme).toEqual(['精准服务 主动作为', '夺取“双胜利”（三）']);
  });

  it('opens a section where it changes, and prints no title of a brief', () => {
    expect(bulletin.entries.map((e) => e.section)).toEqual(['经济', null, '民生']);
    expect(bulletin.entries.map((e) => e.title)).toEqual(['题1', '题2', null]);
  });

  it('ends with the rows of the imprint, the number of copies at the right of the last', () => {
    expect(bulletin.imprint).toEqual([
      { label: '发', text: '峡窝镇' },
      { label: '责任编辑', text: '郝婕　李德昭' },
      { label: '签发', text: '王某', right: '（共印45份）' },
    ]);
  });

  it('prints the names in the order and the words of the publication, in one row where wanted', () => {
    const own: Publication = {
      ...publication,
      imprintParts: ['signer', 'editors', 'copies'],
      style: { ...publication.style, signerLabel: '签发人', namesInOneRow: true, copiesWording: '印{n}份' },
    };
    expect(assembleBulletin(own, parts).imprint).toEqual([
      { label: '发', text: '峡窝镇' },
      { label: '签发人', text: '王某　　责任编辑：郝婕　李德昭', right: '印45份' },
    ]);
  });

  it('says at its head which issue it corrects', () => {
    const corrects = { label: '《上街信息》第18期', date: '2020-03-03' as IsoDate };
    expect(bulletin.notice).toBeUndefined();
    expect(assembleBulletin(publication, { ...parts, corrects }).notice).toBe(
      '更正：《上街信息》第18期（2020年3月3日）有误，以本期为准。',
    );
  });
});
