import { cellWidth } from '../../../../shared/text/chars.ts';
import { formatNumeral } from '../../../../shared/text/numerals.ts';
import type { Truth } from '../compare.ts';
import { BRIEFS, LEADS, STORIES, type Story } from './stories.ts';

/**
 * Sets stories in a layout as an office might, and says what a careful editor would read out of it.
 * Shares nothing with the splitter but the width of a character and the writing of numbers.
 */
export interface Layout {
  title: 'run-in' | 'own-line' | 'two-lines' | 'bold' | 'heading';
  /** Between a run-in title and its body. */
  joiner: ' ' | '　' | '  ' | '' | '。' | '：';
  number: 'none' | '1.' | '1、' | '一、' | '（一）' | '●' | '◆';
  source:
    | 'bracket'
    | 'half-bracket'
    | 'mixed-bracket'
    | 'own-bracket'
    | 'dash'
    | 'own-dash'
    | 'laiyuan'
    | 'gonggao'
    | 'unit-line'
    | 'roles'
    | 'byline'
    | 'own-byline'
    | 'none';
  /** Cells of a full line; 0 for one line per paragraph; −1 for lines broken anywhere. */
  wrap: number;
  /** Whether wraps respect what may not begin or end a line. */
  kinsoku: boolean;
  indent: '' | '　　' | '    ';
  /** Blank lines between lines of a paragraph, between paragraphs, between items. */
  gaps: readonly [number, number, number];
  halfWidth: boolean;
  masthead: 'none' | 'plain' | 'one-line' | 'full' | 'chinese' | 'supplement' | 'markdown';
  contents: 'none' | 'plain' | 'dotted' | 'numbered' | 'sourced';
  theme: boolean;
  lead: boolean;
  briefs: 'none' | '△' | '▲' | '●' | '◆' | '■' | '★' | 'column' | 'column-△' | 'bare-column';
  imprint: boolean;
  /** Page furniture every so many lines; 0 for none. */
  pageLength: number;
  furniture: 'dash' | 'page-of' | 'head-and-dash' | 'number';
}

export interface Choice {
  stories: readonly number[];
  briefs: readonly number[];
  /** Numbers that random details are taken from. */
  seed: number;
}

export interface Printed {
  text: string;
  truth: Truth;
}

type TruthItem = Record<string, unknown>;
/** A paragraph as printed; `flush` ones are set without indent. */
interface Block {
  text: string;
  flush?: boolean;
  item: number;
}

export function print(layout: Layout, choice: Choice): Printed {
  const random = generator(choice.seed);
  const items: TruthItem[] = [];
  const blocks: Block[] = [];
  const half = (text: string) =>
    layout.halfWidth ? text.replace(/，/g, ',').replace(/；/g, ';').replace(/（/g, '(').replace(/）/g, ')') : text;
  const lead = LEADS[choice.seed % LEADS.length];
  if (layout.lead && lead) {
    const story = { unit: '', title: lead.title, paragraphs: lead.paragraphs };
    items.push(setStory({ ...layout, source: 'none', number: 'none' }, story, 0, 0, random, half, blocks, 'lead'));
  }
  choice.stories.forEach((which, i) => {
    const story = STORIES[which % STORIES.length];
    // A sub-heading directly under a run-in title is something no office prints.
    if (story?.subheads && (layout.title === 'run-in' || layout.title === 'bold')) return;
    if (story) items.push(setStory(layout, story, i, items.length, random, half, blocks, 'item'));
  });
  if (layout.briefs !== 'none') setBriefs(layout, choice, items, half, blocks, random);
  const masthead = setMasthead(layout, random);
  const theme = layout.theme ? '凝心聚力 真抓实干 奋力推动县域经济高质量发展（二）' : null;
  const imprint = setImprint(layout);
  const head = [...masthead.lines, ...setContents(layout, items, theme)];
  if (theme) head.push(layout.masthead === 'markdown' ? `## ${theme}` : theme, '');
  const body = layOut(layout, blocks, masthead.name, random);
  return {
    text: [...head, ...body, ...imprint.lines].join('\n'),
    truth: { issue: { ...masthead.truth, theme, ...imprint.truth }, items },
  };
}

function setStory(
  layout: Layout,
  story: Story,
  index: number,
  item: number,
  random: () => number,
  half: (text: string) => string,
  blocks: Block[],
  kind: string,
): TruthItem {
  const number = numberFor(layout.number, index);
  const title = half(story.title);
  const paragraphs = story.paragraphs.map(half);
  const push = (text: string, flush = false) => blocks.push({ text, flush, item });
  let titleLines = [title];
  const unitless = title.startsWith(story.unit) && story.unit !== '' ? title.slice(story.unit.length) : '';
  switch (layout.title) {
    case 'run-in':
      paragraphs[0] = `${number}${title}${layout.joiner}${paragraphs[0]}`;
      break;
    case 'bold':
      paragraphs[0] = `**${number}${title}**${layout.joiner}${paragraphs[0]}`;
      break;
    case 'own-line':
      push(number + title, random() < 0.5);
      break;
    case 'heading':
      push(`## ${number}${title}`, true);
      break;
    case 'two-lines':
      titleLines = unitless ? [story.unit, unitless] : [title];
      for (const line of titleLines) push(line, true);
      break;
  }
  const mark = sourceFor(layout.source, story.unit, random, half);
  if (mark.run) paragraphs[paragraphs.length - 1] += mark.run;
  for (const text of paragraphs) push(text);
  if (mark.line) push(mark.line, random() < 0.5);
  const subheads = story.subheads ?? [];
  return {
    kind,
    title: layout.title === 'two-lines' ? titleLines.join('') : title,
    body: story.paragraphs.map(half),
    subheads,
    source: mark.source,
    sourceText: mark.sourceText,
    byline: mark.byline,
    bylineText: mark.bylineText,
    marker: number.trim() || null,
    column: null,
    continuedFrom: null,
    unitInTitle: story.unit || null,
  };
}

function numberFor(style: Layout['number'], index: number): string {
  switch (style) {
    case 'none':
      return '';
    case '1.':
      return `${index + 1}. `;
    case '1、':
      return `${index + 1}、`;
    case '一、':
      return `${formatNumeral(index + 1)}、`;
    case '（一）':
      return `（${formatNumeral(index + 1)}）`;
    default:
      return style;
  }
}

interface SetMark {
  run?: string;
  line?: string;
  source: string | null;
  sourceText: string | null;
  byline: { reporters: string[]; correspondents: string[] };
  bylineText: string | null;
}

const PEOPLE = ['张伟', '欧阳晓燕', '李娜', '王小军', '陈思', '赵一鸣'];

function sourceFor(
  style: Layout['source'],
  unit: string,
  random: () => number,
  half: (text: string) => string,
): SetMark {
  const nobody = { reporters: [], correspondents: [] };
  const person = () => PEOPLE[Math.floor(random() * PEOPLE.length)] ?? '张伟';
  const run = (sourceText: string): SetMark => ({
    run: sourceText,
    source: unit,
    sourceText,
    byline: nobody,
    bylineText: null,
  });
  const line = (sourceText: string): SetMark => ({
    line: sourceText,
    source: unit,
    sourceText,
    byline: nobody,
    bylineText: null,
  });
  switch (style) {
    case 'bracket':
      return run(half(`（${unit}）`));
    case 'half-bracket':
      return run(`(${unit})`);
    case 'mixed-bracket':
      return run(`(${unit}）`);
    case 'own-bracket':
      return line(`（${unit}）`);
    case 'dash':
      return run(`——${unit}`);
    case 'own-dash':
      return line(`——${unit}`);
    case 'laiyuan':
      return line(`来源：${unit}`);
    case 'gonggao':
      return line(`${random() < 0.5 ? '供稿' : '报送单位'}：${unit}`);
    case 'unit-line':
      return line(unit);
    case 'roles':
      return run(random() < 0.5 ? `（${unit} ${person()} 供稿）` : `（${unit}供稿）`);
    case 'byline':
    case 'own-byline': {
      const [a, b] = [person(), person()];
      const both = random() < 0.5;
      const text = half(both ? `（记者 ${a} 通讯员 ${b}）` : `（通讯员 ${a} ${b}）`);
      const byline = both ? { reporters: [a], correspondents: [b] } : { reporters: [], correspondents: [a, b] };
      const where = style === 'byline' ? { run: text } : { line: text };
      return { ...where, source: null, sourceText: null, byline, bylineText: text };
    }
    case 'none':
      return { source: null, sourceText: null, byline: nobody, bylineText: null };
  }
}

function setBriefs(
  layout: Layout,
  choice: Choice,
  items: TruthItem[],
  half: (text: string) => string,
  blocks: Block[],
  random: () => number,
): void {
  const inColumn = layout.briefs.includes('column');
  const column = inColumn ? (layout.briefs === 'bare-column' ? '工作简讯' : '【简讯】') : null;
  const marker = layout.briefs === 'column-△' ? '△' : inColumn ? '' : layout.briefs;
  if (column) blocks.push({ text: column, flush: true, item: items.length });
  for (const which of choice.briefs) {
    const brief = BRIEFS[which % BRIEFS.length];
    if (!brief) continue;
    // Briefs carry the layout's mark where it is one that runs in; otherwise a bracket.
    const style = ['bracket', 'half-bracket', 'mixed-bracket', 'roles', 'byline'].includes(layout.source)
      ? layout.source
      : 'bracket';
    const mark = sourceFor(style, brief.unit, random, half);
    blocks.push({ text: marker + half(brief.text) + (mark.run ?? ''), item: items.length });
    items.push({
      kind: inColumn ? 'column-brief' : 'brief',
      title: null,
      body: [half(brief.text)],
      subheads: [],
      source: mark.source,
      sourceText: mark.sourceText,
      byline: mark.byline,
      bylineText: mark.bylineText,
      marker: marker || null,
      column,
      continuedFrom: null,
      unitInTitle: null,
    });
  }
}

function setMasthead(
  layout: Layout,
  random: () => number,
): { lines: string[]; truth: Record<string, unknown>; name: string } {
  const n = 1 + Math.floor(random() * 120);
  const total = n + 300;
  const day = 1 + Math.floor(random() * 28);
  const month = 1 + Math.floor(random() * 12);
  const iso = `2023-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = `2023年${month}月${day}日`;
  const chineseDate = `二〇二三年${formatNumeral(month)}月${formatNumeral(day)}日`;
  const issuer = '中共临溪县委办公室';
  const truth = (name: string, issueNumberText: string, dateText: string, more: Record<string, unknown> = {}) => ({
    name,
    issueNumber: n,
    issueNumberText,
    date: iso,
    dateText,
    issuer,
    ...more,
  });
  switch (layout.masthead) {
    case 'none':
      return {
        lines: [],
        name: '临溪信息',
        truth: { name: null, issueNumber: null, issueNumberText: null, date: null, issuer: null },
      };
    case 'plain':
      return {
        lines: ['临溪信息', `第${n}期`, issuer, date, ''],
        name: '临溪信息',
        truth: truth('临溪信息', `第${n}期`, date),
      };
    case 'one-line':
      return {
        lines: ['临 溪 信 息', `第 ${n} 期`, `${issuer}　　　　${date}`, '', ''],
        name: '临溪信息',
        truth: truth('临溪信息', `第${n}期`, date),
      };
    case 'full':
      return {
        lines: [
          '内部资料　注意保存',
          '',
          '临溪政务信息',
          '',
          `〔2023〕第${n}期（总第${total}期）`,
          '',
          `${issuer}编　　　${date}`,
          '――――――――――――――',
          '',
        ],
        name: '临溪政务信息',
        truth: truth('临溪政务信息', `〔2023〕第${n}期`, date, {
          totalNumber: total,
          totalNumberText: `（总第${total}期）`,
        }),
      };
    case 'chinese':
      return {
        lines: ['临溪信息', `第${formatNumeral(n)}期`, issuer, chineseDate, '', ''],
        name: '临溪信息',
        truth: truth('临溪信息', `第${formatNumeral(n)}期`, chineseDate),
      };
    case 'supplement':
      return {
        lines: ['临溪信息', `增刊第${n}期`, `${issuer} ${date}`, ''],
        name: '临溪信息',
        truth: truth('临溪信息', `增刊第${n}期`, date),
      };
    case 'markdown':
      return {
        lines: ['# 临溪信息', '', `第 ${n} 期`, '', issuer, '', date, '', '---', ''],
        name: '临溪信息',
        truth: truth('临溪信息', `第${n}期`, date),
      };
  }
}

function setContents(layout: Layout, items: readonly TruthItem[], theme: string | null): string[] {
  const titled = items.filter(({ title }) => title !== null);
  if (layout.contents === 'none' || titled.length < 2) return [];
  const entries = titled.map(({ title, source }, i) => {
    if (layout.contents === 'dotted') return `${title}…………………………${i + 1}`;
    if (layout.contents === 'numbered') return `${i + 1}. ${title}`;
    if (layout.contents === 'sourced') return `◆ ${title}${source ? `（${source}）` : ''}`;
    return String(title);
  });
  return [layout.contents === 'plain' ? '目　录' : '【本期要目】', ...entries, ...(theme ? [] : []), ''];
}

function setImprint(layout: Layout): { lines: string[]; truth: Record<string, unknown> } {
  if (!layout.imprint)
    return { lines: [], truth: { recipientsToText: null, recipientsSendText: null, editorsText: null, editors: [] } };
  return {
    lines: [
      '',
      '报：市委办公室，县委常委',
      '送：县人大常委会、县政府、县政协领导',
      '发：各乡镇党委，县直各单位',
      '责任编辑：孙立 周 敏　　审核：钱国华　　签发：郑大伟　　（共印150份）',
    ],
    truth: {
      recipientsReportText: '报：市委办公室，县委常委',
      recipientsReport: ['市委办公室', '县委常委'],
      recipientsToText: '送：县人大常委会、县政府、县政协领导',
      recipientsSend: ['各乡镇党委', '县直各单位'],
      recipientsSendText: '发：各乡镇党委，县直各单位',
      editors: ['孙立', '周敏'],
      editorsText: '责任编辑：孙立 周 敏',
      reviewers: ['钱国华'],
      signers: ['郑大伟'],
      copies: 150,
    },
  };
}

/** Lines of all blocks, wrapped, spaced and paged. */
function layOut(layout: Layout, blocks: readonly Block[], name: string, random: () => number): string[] {
  const [lineGap, paragraphGap, itemGap] = layout.gaps;
  const out: string[] = [];
  let printed = 0;
  let page = 1;
  const put = (line: string) => {
    out.push(line);
    if (layout.pageLength === 0 || ++printed % layout.pageLength !== 0) return;
    out.push(...furnitureLines(layout.furniture, page++, name));
  };
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    if (before) for (let k = 0; k < (before.item === block.item ? paragraphGap : itemGap); k++) out.push('');
    const indent = block.flush ? '' : layout.indent;
    const lines = wrapBlock(layout, indent, block.text, random);
    lines.forEach((line, k) => {
      if (k > 0) for (let g = 0; g < lineGap; g++) out.push('');
      put(line);
    });
  });
  // A page number behind the last line of all is no furniture in mid-text, but offices print it.
  return out;
}

function furnitureLines(style: Layout['furniture'], page: number, name: string): string[] {
  switch (style) {
    case 'dash':
      return [`— ${page} —`];
    case 'page-of':
      return ['', `第 ${page} 页 共 9 页`, ''];
    case 'head-and-dash':
      return [`- ${page} -`, '', `${name}`, ''];
    case 'number':
      return ['', String(page), ''];
  }
}

const NOT_FIRST = '，。、；：！？”’）》,.;:!?)%';
const NOT_LAST = '“‘（《(';

function wrapBlock(layout: Layout, indent: string, text: string, random: () => number): string[] {
  if (layout.wrap === 0) return [indent + text];
  const lines: string[] = [];
  let line = indent;
  const chars = [...text];
  let limit = limitOf(layout, random);
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? '';
    const hanging = layout.kinsoku && NOT_FIRST.includes(char);
    if (line.trim() !== '' && cellWidth(line + char) > limit && !hanging) {
      const carry = layout.kinsoku && NOT_LAST.includes(line.at(-1) ?? ' ') ? line.slice(-1) : '';
      const kept = line.slice(0, line.length - carry.length);
      if (kept.trim() !== '') lines.push(kept);
      line = carry;
      limit = limitOf(layout, random);
    }
    line += char;
  }
  if (line.trim() !== '') lines.push(line);
  return lines;
}

const limitOf = (layout: Layout, random: () => number): number =>
  layout.wrap > 0 ? layout.wrap : 24 + Math.floor(random() * 50);

/** A small repeatable source of numbers in [0, 1). */
function generator(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
