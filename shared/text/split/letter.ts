import { isTitleLabelled } from './forms.ts';
import type { Line } from './source.ts';

/** What departments and mail programs put round a text: greetings, forms to fill in, compliments, signatures. */

/** Lines at the head and at the foot in which such words are looked for. */
const HEAD = 6;
const FOOT = 12;
/** They are short; a paragraph that speaks of greetings is none. */
const LONGEST = 60;

const REPORTING = /(?:报送|呈报|上报|汇报|报告)(?:给你们|给您|你办)?(?:如下|于后)?[，,：:。]?.{0,12}[：:。]$/u;
const GREETING =
  /^(?:(?:尊敬的|各位)?.{0,12}(?:您好|你好|大家好|早上好|上午好|下午好)[！!，,。：:～~]*.{0,40}|尊敬的.{1,16}[：:])$/u;
const ENCLOSED =
  /^.{0,30}(?:附件|附上|现将|以下是?|如下).{0,30}请.{0,4}(?:查收|审阅|查阅|收阅|阅处|采用|采纳|指正|斧正)[！!。.]?$/u;
const FORM =
  /^(?:.{0,12}信息(?:稿件?)?报送(?:单|表|签)|(?:信息)?(?:报送|供稿|来稿|填报|上报)单位[：:]\s*\S.{0,40}|单位(?:名称)?[：:]\s*\S{2,24}|(?:报送|填报|上报)(?:时间|日期)[：:].{4,20}|(?:密级|紧急程度|编号|字数|信息类别|报送类别)[：:].{0,20})$/u;
const CLOSING =
  /^(?:此致|敬礼[！!]?|专此(?:报告|奉达)?[。！]?|特此报告[。！]?|谢谢[！!。]?|(?:顺颂|顺祝|敬祝|恭祝|祝).{1,12}[！!。]?|发自(?:我的|手机).{0,20}|(?:Sent from|来自).{0,24}(?:iPhone|手机|邮箱|客户端).{0,8}|-{3,}\s*(?:原始邮件|Original(?: Message)?|转发的?邮件).*|(?:[（(]联系人.*[）)]))$/iu;
const SIGNATURE = /^(?:-- ?|——|＿{2,}|_{2,})$/u;
const DAY =
  /^[\d〇○零一二三四五六七八九]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/u;

/** The lines of a letter or form round the text. A whole bulletin has a masthead and an imprint instead. */
export function letterLines(lines: readonly Line[]): number[] {
  const form = lines.slice(0, HEAD).findIndex(({ text }) => isTitleLabelled(text));
  const above = form < 0 ? lines : lines.slice(0, form);
  return [...salutation(above), ...headLines(above), ...footLines(lines)];
}

/** 区委办信息科： 现将我局近期工作信息报送如下： at the head of a letter. */
function salutation(lines: readonly Line[]): number[] {
  const head = lines.slice(0, 4).map(({ text }) => text);
  const found = head.findLastIndex((text) => text.length < LONGEST && (isReporting(text) || ENCLOSED.test(text)));
  const last = head.slice(0, Math.max(0, found)).every((text) => ADDRESSING.test(text)) ? found : -1;
  const first = head.findIndex((text) => /^[^，。]{2,24}[：:]$/u.test(text));
  if (last < 0) return first === 0 && !/目录|要目|导读/u.test(head[0] ?? '') ? [0] : [];
  return Array.from({ length: last + 1 }, (_, i) => i);
}

/** 先后11次赴省、市汇报衔接。 reports nothing to anybody here. */
const isReporting = (text: string): boolean =>
  REPORTING.test(text) && /现将|现把|现就|兹将|特将|谨将|[将就]我|如下|于后/u.test(text);
const ADDRESSING = /^(?:.{2,24}[：:，,！!]|.{0,12}(?:您好|你好|大家好).{0,24})$/u;

/** Down to the first line that is neither greeting nor field: below it 报送单位：… says who sent the item above. */
function headLines(lines: readonly Line[]): number[] {
  const head = lines.slice(0, HEAD).map(({ text }) => text);
  const end = head.findIndex(
    (text) => text.length > LONGEST || !(GREETING.test(text) || /[：:]/u.test(text) || FORM.test(text)),
  );
  return head.slice(0, end < 0 ? HEAD : end).flatMap((text, i) => (GREETING.test(text) || isForm(text) ? [i] : []));
}

/** Every field of a line must be one that forms have: 报送单位：区教体局　　报送时间：2020年3月5日. */
function isForm(text: string): boolean {
  const fields = text.split(/\s+(?=[\p{Script=Han}]{2,6}[：:])/u);
  return fields.every((field) => FORM.test(field.trim()));
}

/** Compliments and day one by one; behind a signature's line everything that is no sentence. */
function footLines(lines: readonly Line[]): number[] {
  const from = Math.max(1, lines.length - FOOT);
  const foot = lines.slice(from).map(({ text }) => text);
  const signature = foot.findIndex((text) => SIGNATURE.test(text));
  const signed =
    signature >= 0 && foot.slice(signature + 1).every((text) => text.length <= 40 && !/[。；]/u.test(text));
  return foot.flatMap((text, i) => {
    const last = DAY.test(text) && foot.slice(i + 1).every((after) => after.length <= 40 && !/[。；]/u.test(after));
    return CLOSING.test(text) || last || (signed && i >= signature) ? [from + i] : [];
  });
}
