import { readFileSync } from 'node:fs';
import { type Bulletin, type BulletinEntry, bulletinSchema } from '../../shared/domain/bulletin.ts';
import { formatDate, type IsoDate } from '../../shared/domain/dates.ts';
import { defaultHouseStyle, type HouseStyle } from '../../shared/domain/houseStyle.ts';
import type { SplitIssue, SplitItem } from '../../shared/text/split/document.ts';

const corpus = new URL('../fixtures/corpus/', import.meta.url);

/** The truth of a corpus text (000, 001, 003). */
export function truthOf(text: string): SplitIssue {
  return JSON.parse(readFileSync(new URL(`${text}.truth.json`, corpus), 'utf8')) as SplitIssue;
}

/** A corpus text as a bulletin in a given house style. */
export function bulletinOf(text: string, style: Partial<HouseStyle> = {}): Bulletin {
  const { issue, items } = truthOf(text);
  const date = (issue.date ?? '2020-10-16') as IsoDate;
  return bulletinSchema.parse({
    masthead: {
      name: issue.name ?? '上街信息',
      issueText: issue.issueNumberText ?? '第88期',
      totalText: null,
      office: issue.issuer ?? '中共上街区委办公室',
      date,
      secrecy: null,
      copyNumber: null,
    },
    theme: issue.theme ? themeLines(issue.theme) : [],
    entries: items.map(entryOf),
    imprint: [
      { label: '本期送', text: '区县处级领导' },
      { label: '发', text: '峡窝镇、各街道办事处、区直各单位负责同志' },
      { label: '责任编辑', text: '郝婕 李德昭' },
    ],
    style: { ...defaultHouseStyle, ...style },
  } satisfies Bulletin);
}

/** A bulletin with one entry of one paragraph, for tests of a single thing. */
export function smallBulletin(
  entries: (Partial<BulletinEntry> & { text?: string })[],
  style: Partial<HouseStyle> = {},
): Bulletin {
  return {
    ...bulletinOf('001', style),
    theme: [],
    entries: entries.map(({ text, ...entry }, i) => ({
      id: `e${i + 1}`,
      kind: 'item',
      section: null,
      title: null,
      body: text === undefined ? [] : [{ kind: 'text', text }],
      source: null,
      ...entry,
    })),
  };
}

/** Text 001 over and over, for long documents: about four pages each time. */
export function longBulletin(times: number, style: Partial<HouseStyle> = {}): Bulletin {
  const once = bulletinOf('001', style);
  const entries = Array.from({ length: times }, (_, n) => once.entries.map((e) => ({ ...e, id: `${e.id}-${n}` })));
  return { ...once, entries: entries.flat() };
}

/** Every character an entry prints, in order, white space aside. */
export function printedText(entry: BulletinEntry, style: HouseStyle = defaultHouseStyle): string {
  const texts = entry.body.map((block) => ('text' in block ? block.text : ''));
  const mark = entry.kind === 'brief' ? style.briefMark : '';
  const source = entry.source ? style.sourceWording.replace('{source}', entry.source) : '';
  return bare(mark + (entry.title ?? '') + texts.join('') + source);
}

/** Text without white space. */
export const bare = (text: string) => text.replace(/\s/g, '');

export const dateOf = (bulletin: Bulletin) => formatDate(bulletin.masthead.date);

function entryOf(item: SplitItem, index: number, items: readonly SplitItem[]): BulletinEntry {
  const previous = items[index - 1];
  const brief = item.kind === 'brief' || item.kind === 'column-brief';
  return {
    id: `n${item.n}`,
    kind: brief ? 'brief' : item.kind === 'lead' ? 'lead' : 'item',
    section: item.column === previous?.column ? null : item.column,
    title: item.title,
    body: item.body.map((text, i) => ({ kind: item.subheads.includes(i) ? 'subhead' : 'text', text })),
    source: item.source,
  };
}

/** The theme of text 001 is one string; its two printed lines part after its second phrase. */
function themeLines(theme: string): string[] {
  const words = theme.split(' ');
  return words.length > 2 ? [words.slice(0, 2).join('　'), words.slice(2).join(' ')] : words;
}

/** A grey dot as PNG, for a picture. */
export const GREY_PNG = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mM4DwAA0QDQelCi0gAAAABJRU5ErkJggg==', 'base64'),
);

/** One of everything that can stand on a page; its picture has the hash `grey`. */
export function motleyBulletin(style: Partial<HouseStyle> = {}): Bulletin {
  const text = '区发改委建立“一建二抓三推四督”工作法，14个省市重大项目已陆续开工复工，占项目总数的77.8%。';
  const bulletin = smallBulletin(
    [
      {
        section: '要情',
        title: '区发改委推动项目有序开复工',
        body: [
          { kind: 'note', text: '编者按：现将有关做法刊发如下，供学习借鉴。' },
          { kind: 'text', text, bold: [[0, 4]] },
          { kind: 'subhead', text: '一、建立机制' },
          { kind: 'text', text: text.repeat(3) },
          { kind: 'subhead', text: '（一）任务分解' },
          {
            kind: 'table',
            caption: '重点项目开复工情况',
            rows: [
              ['单位', '项目数', '已开复工'],
              ['区发改委', '14', '14'],
              ['区工信局 <w:p>', '9', '5'],
            ],
          },
          { kind: 'text', text },
          { kind: 'picture', hash: 'grey', caption: '复工现场', size: [400, 300] },
        ],
        source: '区发改委',
      },
      { kind: 'brief', text: `4月2日，${text}`, source: '区统计局' },
    ],
    style,
  );
  return {
    ...bulletin,
    theme: ['精准服务　主动作为'],
    masthead: { ...bulletin.masthead, secrecy: '内部资料', totalText: '总第512期' },
  };
}
