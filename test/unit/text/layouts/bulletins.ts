import { cellWidth } from '../../../../shared/text/chars.ts';
import { formatNumeral } from '../../../../shared/text/numerals.ts';
import type { Truth } from '../compare.ts';
import { SHORTS, TALES } from './bulletinStories.ts';
import type { Story } from './stories.ts';

/**
 * A second press, written apart from the first: whole bulletins with everything offices put round their items. Each
 * choice is drawn by itself, so that any may meet any other. Shares nothing with the splitter but the width of a
 * character and the writing of numbers.
 */
export const CHOICES = {
  masthead: ['none', 'lines', 'total', 'chinese', 'supplement', 'spaced', 'secret', 'right'],
  contents: ['none', 'plain', 'paged', 'marked', 'bracketed'],
  sections: ['none', 'none', 'corner', 'signs', 'plain'],
  title: ['own', 'centred', 'own', 'run-in', 'bold', 'bold-own', 'star', 'han', 'digit', 'corner', 'unit-line'],
  joiner: [' ', '　', '  ', '。', '：'],
  source: [
    'bracket',
    'bracket',
    'half',
    'right',
    'right-bare',
    'dash',
    'own-dash',
    'laiyuan',
    'gonggao',
    'labelled',
    'people',
    'sent',
    'several',
  ],
  wrap: ['none', 'none', 'wide', 'narrow', 'ragged'],
  indent: ['', '　　', '    '],
  gaps: ['none', 'items', 'paragraphs', 'lines'],
  punctuation: ['full', 'full', 'half'],
  furniture: ['none', 'none', 'dash', 'head', 'page', 'of', 'dots', 'number'],
  briefs: ['none', '△', '▲', '●', '◆', '■', '★', '◇', '○', '☆', '◎', 'section', 'section-digit'],
  imprint: ['none', 'rows', 'one', 'printed'],
} as const;

export type Bulletin = { [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };
type Item = Record<string, unknown>;
interface Block {
  text: string;
  item: number;
  /** Set without indent. */
  flush?: boolean;
  /** Set on one line whatever its width. */
  whole?: boolean;
}
interface Setting {
  layout: Bulletin;
  half: (text: string) => string;
  pick: <T>(values: readonly T[]) => T;
  blocks: Block[];
  items: Item[];
  column: string | null;
}

/** Sets a bulletin; `pick` chooses the details. */
export function setBulletin(drawn: Bulletin, pick: Setting['pick']): { text: string; truth: Truth } {
  // Wrapped paragraphs that neither an indent nor a gap parts cannot be told apart by anybody.
  const parted = drawn.wrap === 'none' || drawn.gaps === 'paragraphs' || drawn.indent !== '';
  const layout: Bulletin = parted ? drawn : { ...drawn, indent: '　　' };
  const half = (text: string) =>
    layout.punctuation === 'half'
      ? text.replace(/，/g, ',').replace(/；/g, ';').replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':')
      : text;
  const setting: Setting = { layout, half, pick, blocks: [], items: [], column: null };
  const masthead = setMasthead(layout, pick);
  const tales = shuffled(TALES, pick).slice(0, pick([4, 5, 6, 8]));
  tales.forEach((tale) => {
    // A run-in title needs a first paragraph, not a heading, behind it; a bare unit in a line of its own needs a unit.
    const runIn = layout.title === 'run-in' || layout.title === 'bold';
    if (tale.subheads && runIn) return;
    if (layout.title === 'han' && tale.paragraphs.some((text) => /^[一二三]、/u.test(text))) return;
    const { length } = setting.items;
    if (layout.sections !== 'none' && (length === 0 || length === 3)) setSection(setting);
    setTale(setting, tale);
  });
  setBriefs(setting);
  const contents = setContents(setting);
  const imprint = setImprint(layout);
  const body = layOut(setting, masthead.name);
  return {
    text: [...masthead.lines, ...contents, ...body, ...imprint.lines].join('\n'),
    truth: { issue: { ...masthead.truth, ...imprint.truth }, items: setting.items },
  };
}

function shuffled<T>(values: readonly T[], pick: Setting['pick']): T[] {
  const left = [...values];
  return values.map(() => left.splice(pick(left.map((_, i) => i)), 1)[0] as T);
}

function sectionName(layout: Bulletin, name: string): string {
  if (layout.sections === 'signs') return `◆${name}◆`;
  return layout.sections === 'plain' ? name : `【${name}】`;
}

function setSection(setting: Setting): void {
  const { layout, blocks, items } = setting;
  setting.column = sectionName(layout, items.length === 0 ? '工作动态' : '基层信息');
  blocks.push({ text: setting.column, item: items.length, flush: true });
}

function setTale(setting: Setting, tale: Story): void {
  const { layout, half, blocks, items, pick } = setting;
  const item = items.length;
  const title = half(tale.title);
  const paragraphs = tale.paragraphs.map(half);
  const push = (text: string, flush = false) => blocks.push({ text, item, flush });
  const number =
    { star: '★', han: `${formatNumeral(item + 1)}、`, digit: `${item + 1}. ` }[layout.title as string] ?? '';
  let printed = title;
  switch (layout.title) {
    case 'run-in':
      paragraphs[0] = `${title}${layout.joiner}${paragraphs[0]}`;
      break;
    case 'bold':
      paragraphs[0] = `**${title}**${layout.joiner}${paragraphs[0]}`;
      break;
    case 'bold-own':
      push(`**${title}**`, true);
      break;
    case 'corner':
      push(`【${title}】`, true);
      printed = `【${title}】`;
      break;
    case 'centred':
      push(`${' '.repeat(pick([6, 10, 14]))}${title}`, true);
      break;
    case 'unit-line': {
      const rest = tale.unit !== '' && title.startsWith(tale.unit) ? title.slice(tale.unit.length) : '';
      if (rest !== '' && !/^[：:、]/u.test(rest)) {
        push(tale.unit, true);
        push(rest, true);
      } else push(title, true);
      break;
    }
    default:
      push(`${number}${title}`, pick([true, false]));
  }
  const mark = sourceOf(setting, tale.unit || '区委办');
  if (mark.run) paragraphs[paragraphs.length - 1] += mark.run;
  for (const text of paragraphs) push(text);
  if (mark.line) blocks.push({ text: mark.line, item, flush: true, whole: true });
  items.push({
    kind: 'item',
    title: printed,
    body: tale.paragraphs.map(half),
    subheads: tale.subheads ?? [],
    source: mark.source,
    sourceText: mark.text,
    marker: number.trim() || null,
    column: setting.column,
  });
}

function sourceOf({ layout, half, pick }: Setting, unit: string) {
  const run = (text: string, source = unit) => ({ run: half(text), line: undefined, source, text: half(text) });
  const line = (text: string, source = unit) => ({ run: undefined, line: half(text), source, text: half(text.trim()) });
  switch (layout.source) {
    case 'bracket':
      return run(`（${unit}）`);
    case 'half':
      return run(`(${unit})`);
    case 'right':
      return line(`${' '.repeat(pick([16, 24, 30]))}（${unit}）`);
    case 'right-bare':
      return line(`${'　'.repeat(pick([8, 12, 16]))}${unit}`);
    case 'dash':
      return run(`——${unit}`);
    case 'own-dash':
      return line(`——${unit}`);
    case 'laiyuan':
      return line(`来源：${unit}`);
    case 'gonggao':
      return line(`供稿：${unit}`);
    case 'labelled':
      return run(`（供稿单位：${unit}）`);
    case 'people':
      return run(`（${unit} ${pick(['王磊', '张三', '赵晓敏'])} ${pick(['李四', '陈雪', '孙建'])}）`);
    case 'sent':
      return run(`（${unit}供稿）`);
    case 'several':
      return run(`（${unit}、区商务局）`, `${unit}、区商务局`);
  }
}

function setBriefs(setting: Setting): void {
  const { layout, half, blocks, items, pick } = setting;
  if (layout.briefs === 'none') return;
  const inSection = layout.briefs.startsWith('section');
  const heading = inSection ? '【简讯】' : null;
  if (heading) blocks.push({ text: heading, item: items.length, flush: true });
  shuffled(SHORTS, pick)
    .slice(0, 3)
    .forEach(({ unit, text }, i) => {
      const marker = layout.briefs === 'section' ? '' : layout.briefs === 'section-digit' ? `${i + 1}.` : layout.briefs;
      const mark = half(`（${unit}）`);
      blocks.push({ text: `${marker}${half(text)}${mark}`, item: items.length });
      items.push({
        title: null,
        body: [half(text)],
        subheads: [],
        source: unit,
        sourceText: mark,
        marker: marker || null,
        // Whether a marked brief behind a section of titled items belongs to it, editors do not agree.
        ...(layout.sections === 'none' || inSection
          ? { kind: inSection ? 'column-brief' : 'brief', column: heading }
          : {}),
      });
    });
}

function setContents({ layout, items, pick }: Setting): string[] {
  const titles = items.flatMap(({ title }) => (typeof title === 'string' ? [title] : []));
  if (layout.contents === 'none' || layout.title === 'corner') return [];
  const heading = { plain: '目  录', paged: '本期目录', marked: '本期要目', bracketed: '【本期导读】' }[
    layout.contents
  ];
  const dots = pick(['……………', '.........', '  ']);
  return [
    heading,
    ...titles.map((title, i) => {
      if (layout.contents === 'paged') return `${title}${dots}（${i + 1}）`;
      return layout.contents === 'marked' ? `▲${title}` : title;
    }),
    '',
  ];
}

function setMasthead(layout: Bulletin, pick: Setting['pick']) {
  const n = pick([3, 19, 20, 57, 101]);
  const [month, day] = [pick([1, 6, 10, 12]), pick([2, 10, 19, 30])];
  const date = `2023年${month}月${day}日`;
  const han = `二〇二三年${formatNumeral(month)}月${formatNumeral(day)}日`;
  const iso = `2023-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const issuer = pick(['中共江北区委办公室', '江北区人民政府办公室']);
  const name = pick(['江北信息', '江北工作简报', '每日要情']);
  const says = (issueNumberText: string, dateText: string, more: Record<string, unknown> = {}) => ({
    name,
    issueNumber: n,
    issueNumberText,
    date: iso,
    dateText,
    issuer,
    ...more,
  });
  const total = (text: string) => ({ totalNumber: n + 300, totalNumberText: text });
  const numeral = formatNumeral(n + 300);
  switch (layout.masthead) {
    case 'none':
      return { name, lines: [], truth: { name: null, issueNumber: null, date: null } };
    case 'lines':
      return { name, lines: [name, `第${n}期`, issuer, date, ''], truth: says(`第${n}期`, date) };
    case 'total':
      return {
        name,
        lines: [name, `2023年第${n}期（总第${n + 300}期）`, `${issuer}主办      ${date}`, ''],
        truth: says(`2023年第${n}期`, date, total(`（总第${n + 300}期）`)),
      };
    case 'chinese':
      return {
        name,
        lines: [name, '', `第${formatNumeral(n)}期`, `总第${numeral}期`, `${issuer}  ${han}`, ''],
        truth: says(`第${formatNumeral(n)}期`, han, total(`总第${numeral}期`)),
      };
    case 'supplement':
      return { name, lines: [name, `（增刊第${n}期）`, issuer, han, ''], truth: says(`（增刊第${n}期）`, han) };
    case 'spaced':
      return {
        name,
        lines: [[...name].join('  '), '', `第 ${n} 期`, '', `${issuer}编          ${date}`, '─────────────────', ''],
        truth: says(`第${n}期`, date),
      };
    case 'secret':
      return {
        name,
        lines: ['内部资料', '注意保存', name, `〔2023〕${n}期`, `${issuer}编印 ${date} 星期三`, ''],
        truth: says(`〔2023〕${n}期`, date),
      };
    case 'right':
      return {
        name,
        lines: [`${' '.repeat(20)}${name}`, `${' '.repeat(24)}（第${n}期）`, `${issuer}${' '.repeat(12)}${date}`, ''],
        truth: says(`（第${n}期）`, date),
      };
  }
}

function setImprint({ imprint }: Bulletin) {
  switch (imprint) {
    case 'none':
      return { lines: [], truth: {} };
    case 'rows':
      return {
        lines: ['', '报：市委办公室', '送：区四大班子领导', '发：各镇、街道，区直各单位', '责任编辑：高翔'],
        truth: { recipientsReport: ['市委办公室'], recipientsSend: ['各镇', '街道', '区直各单位'], editors: ['高翔'] },
      };
    case 'one':
      return {
        lines: ['', '责任编辑：高翔  王 静    审核：马骏    电话：68901234'],
        truth: { editors: ['高翔', '王静'], reviewers: ['马骏'] },
      };
    case 'printed':
      return {
        lines: ['────────────', '本期送：区委常委、区政府副区长', '（共印80份）'],
        truth: { recipientsTo: ['区委常委', '区政府副区长'], copies: 80 },
      };
  }
}

function layOut({ layout, blocks, pick }: Setting, name: string): string[] {
  const out: string[] = [];
  const width = layout.wrap === 'wide' ? pick([56, 64, 76]) : layout.wrap === 'narrow' ? pick([26, 34, 40]) : 0;
  const perPage = pick([11, 17, 23]);
  let printed = 0;
  let page = 1;
  const put = (line: string, last: boolean) => {
    out.push(line);
    if (layout.furniture === 'none' || ++printed % perPage !== 0 || last) return;
    out.push(...furnitureOf(layout.furniture, page++, name));
  };
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    const between =
      before?.item === block.item ? layout.gaps === 'paragraphs' || layout.gaps === 'lines' : layout.gaps !== 'none';
    if (before && between) out.push('');
    if (layout.gaps === 'lines' && before && before.item !== block.item) out.push('');
    const lines = wrapLine((block.flush ? '' : layout.indent) + block.text, () =>
      layout.wrap === 'none' || block.whole ? 0 : layout.wrap === 'ragged' ? pick([26, 40, 44, 52, 60, 68]) : width,
    );
    lines.forEach((line, k) => {
      if (k > 0 && layout.gaps === 'lines') out.push('');
      put(line, i === blocks.length - 1 && k === lines.length - 1);
    });
  });
  return out;
}

function furnitureOf(style: Bulletin['furniture'], page: number, name: string): string[] {
  switch (style) {
    case 'none':
      return [];
    case 'dash':
      return [`— ${page} —`];
    case 'head':
      return [`${page}`, `${name}`];
    case 'page':
      return ['', `${name} 第${page}页`, ''];
    case 'of':
      return [`第${page}页 共9页`];
    case 'dots':
      return [`· ${page} ·`];
    case 'number':
      return ['', `- ${page} -`, ''];
  }
}

const NEVER_FIRST = '，。、；：！？”’）》,.;:!?)%】';
const NEVER_LAST = '“‘（《(【';

function wrapLine(text: string, widthOf: () => number): string[] {
  let width = widthOf();
  if (width === 0) return [text];
  const lines: string[] = [];
  let line = '';
  for (const char of text) {
    const hangs = NEVER_FIRST.includes(char) && cellWidth(line + char) <= width + 2;
    if (line.trim() !== '' && cellWidth(line + char) > width && !hangs) {
      const carry = NEVER_LAST.includes(line.at(-1) ?? ' ') && line.length > 1 ? line.slice(-1) : '';
      lines.push(line.slice(0, line.length - carry.length));
      line = carry;
      width = widthOf();
    }
    line += char;
  }
  if (line.trim() !== '') lines.push(line);
  return lines;
}
