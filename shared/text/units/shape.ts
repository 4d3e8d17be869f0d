import { HAN_CLASS } from '../chars.ts';

/**
 * What the name of an office looks like, for texts whose units no register knows: 区发改委, 济源路街道,
 * 市生态环境局上街分局. Written from the names Chinese counties and districts give their organs.
 */

const H = `[${HAN_CLASS}]`;
const LEVEL = '[省市区县州旗]';
const PLACE = `(?:${H}{2,3}?(?:省|市|区|县|州|旗))`;

/** Organs directly under a Party committee or a government. */
const COMMITTEE_ORGANS =
  '组织部|宣传部|统战部|社会工作部|政法委员会|政法委|社工委|社工部|编办|编委办|巡察办|巡察组|老干部局|老干局|直属机关工委|区直机关工委|直机关工委|' +
  '机关工委|两新工委|网信办|国安办|改革办|深改办|外事办|外办|台办|保密办|保密局|机要局|督查室|督查局|督查办|信访局|农办|农工委|财经办|' +
  '党校|党史研究室|党史办|史志办|史志研究室|档案局|档案馆|政策研究室|研究室|政研室|文明办|教育工委|平安办|依法治[区县市]办|常委会|办公室|办|机关|人民武装部|人武部|武装部';

/** Endings that only offices have. */
const SURE_ENDING =
  '管理局|监督局|监管局|服务局|保障局|审批局|审计局|财政局|统计局|教育局|教体局|民政局|司法局|商务局|科技局|科工局|工信局|住建局|交通局|水利局|农业农村局|' +
  '卫健局|医保局|应急局|城管局|园林局|环保局|气象局|税务局|公安局|信访局|人社局|文旅局|体育局|林业局|供电公司|分局|' +
  '委员会|管委会|办公室|办事处|服务中心|管理中心|中心|总公司|分公司|公司|集团|法院|检察院|医院|卫生院|卫健委|发改委|学校|中学|小学|党校|银行|支行|' +
  '总工会|工会|妇联|残联|文联|侨联|科协|工商联|社科联|红十字会|商会|协会|联社|支队|大队|中队|消防队|武装部|派出所|司法所|税务所|供销社|开发区|园区|社区|居委会|村委会|图书馆|文化馆|博物馆|档案馆|融媒体中心|电视台|人防办|防控办|指挥部|领导小组|专班|党委|党组|政府|党工委';

/** Short endings: an office only behind a level (区…局), and not as the end of a common word. */
const SHORT_ENDING =
  '(?<![格布结当全大时政战破僵变残])局|(?<!常)委|(?<![举开承主协创督帮代联通快能好易网即掌申领容一交兴合特])办|' +
  '(?<![干全内外局上下细])部|院|(?<![关串互物车])联|工会|协会|学会|商会|科协|(?<![高])校|[支大中]队|站|(?<![场])所|馆|(?:供销|通讯|报|合作|旅行)社|(?<![好到深各])处';

const TOWNSHIP = `(?![各全多部分该]|乡镇)${H}{1,6}?(?:街道办事处|街道办|街道党工委|街道|(?<!乡)镇(?!街|域|村|办企)|(?<!城|下|返|回|家|故|水)乡(?!村|镇|土|亲|贤|情|愁|风))`;

const OFFICE = [
  `团${LEVEL}?委`,
  `(?:中共|共青团)?${PLACE}?${LEVEL}?(?:纪委监委|纪检监察委|纪委|监委)`,
  `(?:中共|共青团)?${PLACE}?${LEVEL}?(?:委|人民政府|政府|人大|政协)(?:${COMMITTEE_ORGANS})`,
  `(?:中共|共青团)${PLACE}?${LEVEL}?委(?:员会)?`,
  `${PLACE}?${TOWNSHIP}(?:党工委|党委|人民政府|政府|党政办|纪工委|纪委|人大工委)?`,
  `${PLACE}?${LEVEL}(?!委(?!员会|机关))(?:${H}{0,10}?(?:${SURE_ENDING})|${H}{1,10}?(?:${SHORT_ENDING}))`,
  `${H}{2,10}?(?:${SURE_ENDING})`,
  `${LEVEL}(?:法院|检察院|人大|政协|公安|财政|妇联|残联)`,
].join('|');

/** What may follow and belongs to the name: …局上街分局, 区人大常委会办公室. */
const TAIL = `(?:(?:${H}{2,4}分局)|常委会办公室|常委会|办公室|党委|党组|机关党委)?`;
/** A person's post is no unit: 区委书记, 区长, 镇长. */
const NOT_A_POST = '(?!书记|副书记|常委|主席|主任|局长|院长|部长|领导|主要领导|负责人|长|班子|干部)';

const OPENING = new RegExp(`^(?:${OFFICE})${TAIL}${NOT_A_POST}`, 'u');
const WHOLE = new RegExp(`^(?:${OFFICE})${TAIL}$`, 'u');
const LONGEST = 28;
/** Words with an office's ending that name none. */
const COMMON = /^(?:社区|园区|开发区|服务中心|中心|公司|集团|学校|医院|银行|街道|乡镇|党委|政府|党组|专班)$/u;
/** Words that no office's name begins with. */
const COMMON_START =
  /^(?:各|全[区市县镇省]|[我本该][区市县镇局委]|多[个部]|相关|有关|部分|原|一|两|三|四|五|六|七|八|九|十|以|为|在|对|从|与|向|把|将|让|被)/u;

/** The name of an office that `text` opens with, judged by its shape alone; `null` where none does. */
export function openingUnitShape(text: string): string | null {
  const name = OPENING.exec(text.slice(0, LONGEST))?.[0];
  return name === undefined || COMMON.test(name) || COMMON_START.test(name) ? null : name;
}

/** Whether the whole of `text` looks like one or several offices: 区发改委, 区妇联、区残联. */
export function looksLikeUnit(text: string): boolean {
  const parts = text.split(/[、，,\s/／]+/u).filter((part) => part !== '');
  return parts.length > 0 && parts.length <= 6 && parts.every(isUnitShaped);
}

function isUnitShaped(part: string): boolean {
  return (
    part.length >= 2 && part.length <= LONGEST && !COMMON.test(part) && !COMMON_START.test(part) && WHOLE.test(part)
  );
}
