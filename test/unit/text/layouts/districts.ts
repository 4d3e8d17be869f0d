import { formatNumeral } from '../../../../shared/text/numerals.ts';
import { randomFrom } from '../../../support/mutants.ts';
import type { Truth } from '../compare.ts';
import { contentsOf, footOf, imprintOf, mastheadOf, wrapped } from './districtFrame.ts';
import { LEADS, NOTES, REPORTS } from './districtStories.ts';
import type { Story } from './stories.ts';

/**
 * A third press, of offices that the first two do not know: each number draws one office's habits, and a bulletin of it.
 * Shares nothing with the splitter but the width of a character and the writing of numbers.
 */
export const HABITS = {
  masthead: ['none', 'one-line', 'year-total', 'supplement', 'secret', 'numeral', 'tabs'],
  contents: ['none', 'none', 'dotted', 'sourced', 'run-in', 'signs'],
  theme: [false, false, true],
  lead: [false, false, true],
  title: [
    'own',
    'own',
    'centred',
    'centred-two',
    'run-in',
    'run-in',
    'bold',
    'bold-own',
    'markdown',
    'corner',
    'digit',
    'han',
    'bracketed',
    'sign',
    'labels',
  ],
  joiner: [' ', '　　', '。', '：', '\t'],
  source: [
    'bracket',
    'bracket',
    'tortoise',
    'square',
    'corner',
    'people',
    'roles',
    'sent',
    'joint',
    'own',
    'own-right',
    'dash-right',
    'label-line',
    'label-two',
    'label-bracket',
  ],
  wrap: [0, 0, 0, 1, 1],
  doubled: [false, false, false, true],
  indent: ['', '　　', '    '],
  gaps: ['none', 'none', 'items', 'paragraphs'],
  half: [false, false, true],
  spacedDigits: [false, false, true],
  furniture: ['none', 'none', 'dash', 'page', 'head', 'slash', 'dot', 'bare'],
  briefs: ['none', 'none', '△', '▶', '◇', '•', 'bare', 'column', 'column-number', 'spaced-column', 'signs-column'],
  imprint: ['none', 'rows', 'rows-long', 'names', 'tail'],
} as const;

export type Habits = { [Name in keyof typeof HABITS]: (typeof HABITS)[Name][number] };

export interface Printed {
  text: string;
  truths: Truth[];
  habits: Habits;
}

export type Item = Record<string, unknown>;
export type Pick = <T>(values: readonly T[]) => T;

/** The bulletin of one number; every tenth file holds two. */
export function printDistrict(seed: number): Printed {
  const random = randomFrom(seed);
  const pick: Pick = (values) => values[random(values.length)] as never;
  const habits = sensible(
    Object.fromEntries(
      Object.entries(HABITS).map(([name, values]) => [name, pick(values as readonly unknown[])]),
    ) as unknown as Habits,
  );
  const number = pick([7, 31, 46, 112]);
  const one = new Bulletin(habits, pick, number).print();
  if (seed % 10 !== 0 || habits.masthead === 'none' || habits.imprint === 'none')
    return { text: one.lines.join('\n'), truths: [one.truth], habits };
  const two = new Bulletin(habits, pick, number + 1).print();
  return { text: [...one.lines, '', '', ...two.lines].join('\n'), truths: [one.truth, two.truth], habits };
}

/** What nobody could read is not printed: wrapped paragraphs that nothing parts, numbers that mean two things at once. */
function sensible(habits: Habits): Habits {
  const made = { ...habits };
  if (made.wrap && made.indent === '' && made.gaps !== 'paragraphs') made.indent = '　　';
  if (made.doubled) Object.assign(made, { gaps: 'none', indent: made.indent === '' ? '　　' : made.indent });
  if (made.title === 'corner' && made.source === 'corner') made.source = 'bracket';
  if (made.title === 'labels') Object.assign(made, { source: 'label-line', contents: 'none', furniture: 'none' });
  if (made.theme && made.masthead === 'none') made.theme = false;
  return made;
}

interface Block {
  text: string;
  item: number;
  flush?: boolean;
  whole?: boolean;
  title?: boolean;
}

class Bulletin {
  readonly #habits: Habits;
  readonly #pick: Pick;
  readonly #number: number;
  readonly #blocks: Block[] = [];
  readonly #items: Item[] = [];

  constructor(habits: Habits, pick: Pick, number: number) {
    this.#habits = habits;
    this.#pick = pick;
    this.#number = number;
  }

  print(): { lines: string[]; truth: Truth } {
    if (this.#habits.lead) this.#putLead(this.#pick(LEADS));
    for (const story of this.#drawn(REPORTS, this.#pick([3, 4, 6, 8]))) this.#putStory(story);
    this.#putBriefs();
    const masthead = mastheadOf(this.#habits, this.#number);
    const imprint = imprintOf(this.#habits);
    const contents = contentsOf(this.#habits, this.#items, this.#pick);
    const body = this.#laidOut();
    return {
      lines: [...masthead.lines, ...contents, ...masthead.theme, ...body, ...imprint.lines],
      truth: { issue: { ...masthead.truth, ...imprint.truth }, items: this.#items },
    };
  }

  #drawn<T>(values: readonly T[], count: number): T[] {
    const left = [...values];
    return Array.from({ length: Math.min(count, left.length) }, () => {
      const one = this.#pick(left);
      left.splice(left.indexOf(one), 1);
      return one;
    });
  }

  #set(text: string): string {
    const { half, spacedDigits } = this.#habits;
    const plain = half
      ? text
          .replace(/，/g, ',')
          .replace(/；/g, ';')
          .replace(/：/g, ':')
          .replace(/（/g, '(')
          .replace(/）/g, ')')
          .replace(/[“”]/g, '"')
      : text;
    return spacedDigits
      ? plain.replace(/(\p{Script=Han})(?=\d)/gu, '$1 ').replace(/(\d)(?=\p{Script=Han})/gu, '$1 ')
      : plain;
  }

  #putLead({ title, body }: (typeof LEADS)[number]): void {
    const item = this.#items.length;
    this.#blocks.push({ text: this.#set(title), item, flush: true }, { text: this.#set(body), item });
    this.#items.push({ kind: 'lead', title: this.#set(title), body: [this.#set(body)], source: null });
  }

  #putStory(story: Story): void {
    const { title: form, joiner } = this.#habits;
    const runIn = form === 'run-in' || form === 'bold';
    if (story.subheads && runIn) return;
    // A title that ends in a colon's half, or opens with its own, is not joined by one.
    if (form === 'run-in' && joiner !== '　　' && joiner !== '\t' && /[\s：]/u.test(story.title)) return;
    if (form === 'bracketed' && /^（一）/u.test(story.paragraphs[0] ?? '')) return;
    const item = this.#items.length;
    const title = this.#set(story.title);
    const paragraphs = story.paragraphs.map((text) => this.#set(text));
    const body = [...paragraphs];
    const push = (text: string, flush = false) =>
      this.#blocks.push({ text, item, flush, title: this.#blocks.at(-1)?.item !== item });
    const n = this.#countTitled() + 1;
    let marker: string | null = null;
    let printed = title;
    const numbered = (mark: string, behind = '') => {
      marker = this.#set(mark);
      push(`${marker}${behind}${title}`, this.#pick([true, false]));
    };
    switch (form) {
      case 'run-in':
        paragraphs[0] = `${title}${this.#set(joiner)}${paragraphs[0]}`;
        break;
      case 'bold':
        paragraphs[0] = `**${title}**${this.#pick([' ', '', '　'])}${paragraphs[0]}`;
        break;
      case 'bold-own':
        push(`**${title}**`, true);
        break;
      case 'markdown':
        push(`## ${title}`, true);
        break;
      case 'corner':
        printed = `【${title}】`;
        push(printed, true);
        break;
      case 'digit':
        numbered(`${n}${this.#pick(['.', '、'])}`);
        break;
      case 'han':
        numbered(`${formatNumeral(n)}、`);
        break;
      case 'bracketed':
        numbered(`（${formatNumeral(n)}）`);
        break;
      case 'sign':
        numbered(this.#pick(['◆', '★', '■', '●']), this.#pick(['', ' ']));
        break;
      case 'labels':
        push(`标题：${title}`, true);
        paragraphs[0] = `正文：${paragraphs[0]}`;
        break;
      case 'centred':
        // Centred on wrapped lines it is no wider than they are.
        if (this.#habits.wrap) push(title, true);
        else this.#blocks.push({ text: ' '.repeat(this.#pick([8, 12])) + title, item, flush: true, whole: true });
        break;
      case 'centred-two': {
        const at = title.length > 22 ? breakOf(title) : title.length;
        const pad = ' '.repeat(this.#pick([10, 12, 14]));
        for (const part of [title.slice(0, at), title.slice(at)])
          if (part !== '') this.#blocks.push({ text: pad + part, item, flush: true, whole: true });
        break;
      }
      default:
        push(title, this.#pick([true, false]));
    }
    const mark = this.#mark(story.unit || '县委办');
    if (mark.run) paragraphs[paragraphs.length - 1] += mark.run;
    for (const text of paragraphs) push(text);
    if (mark.line) this.#blocks.push({ text: mark.line, item, flush: true, whole: true });
    this.#items.push({
      kind: 'item',
      title: printed,
      body,
      subheads: story.subheads ?? [],
      source: mark.source,
      sourceText: mark.text,
      marker,
    });
  }

  #countTitled(): number {
    return this.#items.filter(({ kind }) => kind === 'item').length;
  }

  #mark(name: string): { run?: string; line?: string; source: string; text: string } {
    const unit = this.#set(name);
    const person = this.#pick(['王强', '李晓红', '赵 磊', '欧阳明']);
    const other = this.#pick(['陈建国', '孙丽', '周 涛']);
    const run = (words: string, source = unit) => ({ run: this.#set(words), source, text: this.#set(words) });
    const line = (words: string, pad = 0) => ({
      line: ' '.repeat(pad) + this.#set(words),
      source: unit,
      text: this.#set(words),
    });
    const pad = this.#pick([20, 28, 34]);
    switch (this.#habits.source) {
      case 'bracket':
        return run(`（${name}）`);
      case 'tortoise':
        return run(`〔${name}〕`);
      case 'square':
        return run(`[${name}]`);
      case 'corner':
        return run(`【${name}】`);
      case 'people':
        return run(`（${name} ${person}）`);
      case 'roles':
        return run(`（供稿：${name}  ${person}  审核：${other}）`);
      case 'sent':
        return run(`（${name}供稿）`);
      case 'joint':
        return run(`（${name}、县财政局）`, this.#set(`${name}、县财政局`));
      case 'own':
        return line(`（${name}）`);
      case 'own-right':
        return line(`（${name}）`, pad);
      case 'dash-right':
        return line(`——${name}`, pad);
      case 'label-line':
        return line(`报送单位：${name}`);
      case 'label-two':
        return line(`供稿单位：${name}    供稿人：${person}`);
      case 'label-bracket':
        return run(`（信息来源：${name}）`);
    }
  }

  #putBriefs(): void {
    const { briefs } = this.#habits;
    if (briefs === 'none') return;
    const heading =
      { column: '【简讯】', 'column-number': '信息快递', 'spaced-column': '简  讯', 'signs-column': '★短讯★' }[
        briefs as string
      ] ?? null;
    if (heading) this.#blocks.push({ text: heading, item: this.#items.length, flush: true });
    this.#drawn(NOTES, this.#pick([2, 3, 4])).forEach(({ unit, text }, i) => {
      const sign = heading || briefs === 'bare' ? '' : briefs;
      const marker = briefs === 'column-number' ? this.#set(`${i + 1}.`) : sign;
      const mark = this.#set(`（${unit}）`);
      this.#blocks.push({ text: `${marker}${this.#set(text)}${mark}`, item: this.#items.length });
      this.#items.push({
        title: null,
        body: [this.#set(text)],
        source: this.#set(unit),
        sourceText: mark,
        marker: marker || null,
        ...(heading ? { kind: 'column-brief', column: heading } : {}),
      });
    });
  }

  #laidOut(): string[] {
    const { wrap, gaps, doubled, indent, furniture, title: form } = this.#habits;
    const width = wrap ? 24 + 2 * this.#pick([0, 3, 6, 10, 14, 18, 22, 26]) : 0;
    const perPage = this.#pick([9, 14, 21]);
    const out: string[] = [];
    let [printed, page] = [0, 1];
    this.#blocks.forEach((block, i) => {
      const before = this.#blocks[i - 1];
      const parted = before && (gaps === 'paragraphs' || (gaps === 'items' && before.item !== block.item));
      if (parted) out.push('');
      const text = (block.flush ? '' : indent) + block.text;
      const lines = block.whole || width === 0 ? [text] : wrapped(text, width);
      lines.forEach((line, k) => {
        out.push(line, ...(doubled ? [''] : []));
        const last = i === this.#blocks.length - 1 && k === lines.length - 1;
        // A page never ends behind a title: the program that made it kept them together.
        if (
          furniture === 'none' ||
          ++printed % perPage !== 0 ||
          last ||
          block.flush ||
          (block.title && form !== 'run-in' && form !== 'bold')
        )
          return;
        out.push(...footOf(this.#habits, page++));
      });
    });
    return out;
  }
}

/** Where a long title is broken by hand: at a space, else near its middle. */
function breakOf(title: string): number {
  const space = title.indexOf(' ', 6);
  return space > 0 && space < 26 ? space + 1 : Math.ceil(title.length / 2);
}
