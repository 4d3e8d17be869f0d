import { cellWidth } from '../../../../shared/text/chars.ts';
import { formatNumeral } from '../../../../shared/text/numerals.ts';
import type { Habits, Item, Pick } from './districts.ts';

/** What stands round the items of a bulletin of `districts.ts`: masthead, contents, imprint, the feet of pages. */

export function mastheadOf({ masthead, theme: themed }: Habits, n: number) {
  const han = formatNumeral(n);
  const [date, chinese, iso] = ['2023年8月4日', '二〇二三年八月四日', '2023-08-04'];
  const [name, issuer] = ['柳城信息', '中共柳城县委办公室'];
  const heading = '凝心聚力抓落实 奋勇争先开新局（四）';
  const made = (lines: string[], issueNumberText: string, dateText: string, more: Record<string, unknown> = {}) => ({
    lines: [...lines, ''],
    theme: themed ? [heading, ''] : [],
    truth: {
      name,
      issueNumber: n,
      issueNumberText,
      date: iso,
      dateText,
      issuer,
      theme: themed ? heading : null,
      ...more,
    },
  });
  const total = { totalNumber: n + 1300, totalNumberText: `（总第${n + 1300}期）` };
  switch (masthead) {
    case 'none':
      return { lines: [], theme: [], truth: { name: null, issueNumber: null } };
    case 'one-line':
      return made([`${name}        第${n}期`, `${issuer}    ${date}`], `第${n}期`, date);
    case 'year-total':
      return made(
        [name, `（2023）第${n}期`, total.totalNumberText, `${issuer}          ${date}`],
        `（2023）第${n}期`,
        date,
        total,
      );
    case 'supplement':
      return made([name, `增刊（第${n}期）`, `${issuer}编印`, date], `增刊（第${n}期）`, date);
    case 'secret':
      return made(
        ['内部刊物 注意保存', '', [...name].join(' '), `第${n}期`, '', issuer, date, '＿＿＿＿＿＿＿＿＿＿'],
        `第${n}期`,
        date,
      );
    case 'numeral':
      return made([name, `第${han}期`, issuer, chinese, '----------------------'], `第${han}期`, chinese);
    case 'tabs':
      return made([name, `第 ${n} 期\t（总第${n + 1300}期）`, `${issuer}\t\t${date}`], `第${n}期`, date, total);
  }
}

export function contentsOf({ contents }: Habits, items: readonly Item[], pick: Pick): string[] {
  const titled = items.filter((item) => item['kind'] === 'item');
  if (contents === 'none' || titled.length < 2) return [];
  const titles = titled.map(({ title }) => String(title));
  const dots = pick(['…………', '..........', '　　']);
  switch (contents) {
    case 'dotted':
      return ['目    录', '', ...titles.map((title, i) => `${i + 1}.${title}${dots}${i + 1}`), ''];
    case 'sourced':
      return ['本期目录', ...titled.map(({ title, source }) => `${title}（${source}）`), ''];
    case 'run-in':
      return [`本期导读：${titles.join('；')}`, ''];
    case 'signs':
      return ['【本期要目】', ...titles.map((title) => `☆ ${title}`), ''];
  }
}

export function imprintOf({ imprint }: Habits) {
  switch (imprint) {
    case 'none':
      return { lines: [], truth: {} };
    case 'rows':
      return {
        lines: ['', '报：市委办公室、市政府办公室', '送：县委常委，县政府副县长', '发：各乡镇（街道），县直各单位'],
        truth: { recipientsReport: ['市委办公室', '市政府办公室'], recipientsSend: ['各乡镇（街道）', '县直各单位'] },
      };
    case 'rows-long':
      return {
        lines: [
          '━━━━━━━━━━━━',
          '抄报：市委办公室。',
          '抄送：县委书记、副书记、常委，县人大常委会主任，',
          '      县政府县长，县政协主席。',
          '发：各乡镇党委、县直各部委。',
          '                       （共印150份）',
        ],
        truth: {
          recipientsReport: ['市委办公室'],
          recipientsTo: ['县委书记', '副书记', '常委', '县人大常委会主任', '县政府县长', '县政协主席'],
          copies: 150,
        },
      };
    case 'names':
      return {
        lines: ['', '编辑：张 强    审核：李大伟    签发：王志远'],
        truth: { editors: ['张强'], reviewers: ['李大伟'], signers: ['王志远'] },
      };
    case 'tail':
      return {
        lines: ['', '责任编辑：张强  刘思思', '联系电话：0371-62345678   传真：62345679'],
        truth: { editors: ['张强', '刘思思'] },
      };
  }
}

export function footOf({ furniture }: Habits, page: number): string[] {
  switch (furniture) {
    case 'none':
      return [];
    case 'dash':
      return [`- ${page} -`];
    case 'page':
      return [`第 ${page} 页`];
    case 'head':
      return [`${page}`, '', '柳城信息'];
    case 'slash':
      return [`${page} / 9`];
    case 'dot':
      return [`·${page}·`];
    case 'bare':
      return ['', `${page}`, ''];
  }
}

const NEVER_FIRST = '，。、；：！？”’）》〕】,.;:!?)]%';
const NEVER_LAST = '“‘（《〔【([';

export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const char of text) {
    if (line.trim() !== '' && cellWidth(line + char) > width && !NEVER_FIRST.includes(char)) {
      // Two asterisks are one mark.
      const carry = NEVER_LAST.includes(line.at(-1) ?? ' ') || /(?<!\*)\*$/.test(line) ? line.slice(-1) : '';
      lines.push(line.slice(0, line.length - carry.length));
      line = carry;
    }
    line += char;
  }
  return line.trim() === '' ? lines : [...lines, line];
}
