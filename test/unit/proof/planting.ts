import { type Finding, proof } from '../../../shared/text/proof/index.ts';

/** One error put into a right text. */
export interface Plant {
  text: string;
  /** Where the error stands in `text`. */
  start: number;
  end: number;
  what: string;
}

export type Planter = (text: string, random: () => number) => Plant[];

/** A small generator, so that the same errors are planted every time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const replaceAt = (text: string, at: number, length: number, by: string): Plant => ({
  text: text.slice(0, at) + by + text.slice(at + length),
  start: at,
  end: at + Math.max(1, by.length),
  what: `${text.slice(Math.max(0, at - 4), at)}[${text.slice(at, at + length)}→${by}]${text.slice(at + length, at + length + 4)}`,
});

const sample = <T>(all: readonly T[], count: number, random: () => number): T[] => {
  const rest = [...all];
  const chosen: T[] = [];
  while (rest.length > 0 && chosen.length < count) chosen.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return chosen;
};

const matches = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)];

/** Replaces up to `count` matches of `pattern`, one per plant. */
const replacing =
  (pattern: RegExp, count: number, by: (match: RegExpExecArray) => string | null): Planter =>
  (text, random) =>
    sample(matches(text, pattern), count, random).flatMap((match) => {
      const written = by(match);
      return written === null || written === match[0] ? [] : [replaceAt(text, match.index, match[0].length, written)];
    });

const CONFUSED: readonly [string, string][] = [
  ['部署', '布署'],
  ['台账', '台帐'],
  ['截至目前', '截止目前'],
  ['纾困', '疏困'],
  ['即时', '既时'],
  ['反映', '反应'],
  ['安排', '按排'],
  ['分析研判', '分折研判'],
  ['一如既往', '一如继往'],
  ['贯彻落实', '贯策落实'],
  ['现场', '现埸'],
  ['治理', '冶理'],
  ['检查', '捡查'],
  ['销号', '消号'],
  ['群众', '群从'],
  ['座谈', '坐谈'],
  ['权力运行', '权利运行'],
  ['必须', '必需'],
  ['账户', '帐户'],
  ['拨付', '拔付'],
  ['喜闻乐见', '喜闻乐建'],
  ['环境', '环竟'],
  ['振兴', '振新'],
  ['防控', '防空'],
  ['隐患', '隐换'],
  ['排查', '排察'],
  ['责任', '责认'],
  ['宣传', '宣转'],
  ['提升', '题升'],
  ['推进', '推近'],
  ['工作', '工做'],
  ['措施', '措拖'],
  ['意见', '意间'],
  ['走访', '走仿'],
  ['监督', '监都'],
  ['整改', '整该'],
  ['培训', '陪训'],
  ['营商环境', '赢商环境'],
  ['形式', '形势'],
  ['形势', '形式'],
];

const UNIT_SLIPS: readonly [RegExp, string][] = [
  [/^(?:\*\*)?区委组织部/gm, '区组织部'],
  [/^(?:\*\*)?区卫健委/gm, '区卫建委'],
  [/^(?:\*\*)?区市场监管局/gm, '区市场监督局'],
  [/^(?:\*\*)?区人社局/gm, '区人设局'],
  [/^(?:\*\*)?区住建局/gm, '区住建'],
  [/^(?:\*\*)?区纪委监委/gm, '区纪委监察'],
  [/^(?:\*\*)?区审计局/gm, '区审记局'],
  [/^(?:\*\*)?区发改委/gm, '区发委'],
  [/^(?:\*\*)?济源路街道/gm, '济元路街道'],
  [/^(?:\*\*)?峡窝镇/gm, '峡涡镇'],
];

const HALF: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '。': '.' };
const COUNT = '二三四五六七八九';

/** Each category of error with its planter. */
export const PLANTERS: Readonly<Record<string, Planter>> = {
  doubledChar: replacing(/(?<=\p{Script=Han})\p{Script=Han}(?=\p{Script=Han})/gu, 25, ([char = '']) => char + char),
  doubledWord: replacing(
    /(?:工作|问题|服务|群众|企业|整改|开展|宣传|社区|活动)(?=\p{Script=Han})/gu,
    8,
    ([word = '']) => word + word,
  ),
  missingChar: (text, random) =>
    sample(
      matches(
        text,
        /疫情防控|贯彻落实|专项检查|整改率|工作作风|管理制度|人居环境|矛盾纠纷|安全隐患|扎实推进|督促整改|志愿服务|基础设施|残疾人|退役军人|志愿者|营商环境|复工复产|网格员|立行立改|合法权益|喜闻乐见|督查小组|人民群众|长效机制|工作人员|领导干部|重点项目|统筹推进|安排部署|存在的问题|应急管理|深入开展|法律法规|宣传活动|优良天数|老旧小区|行政审批|技能培训/g,
      ),
      15,
      random,
    ).map((match) => {
      const at = match.index + 1 + Math.floor(random() * (match[0].length - 2));
      const plant = replaceAt(text, at, 1, '');
      return { ...plant, start: at - 1, end: at + 1 };
    }),
  confusion: (text, random) =>
    CONFUSED.flatMap(([right, wrong]) => {
      const found = sample(matches(text, new RegExp(right, 'g')), 1, random)[0];
      return found ? [replaceAt(text, found.index, right.length, wrong)] : [];
    }),
  markDoubled: replacing(/[，。、；]/g, 12, ([mark = '']) => mark + mark),
  markClash: replacing(/[，。]/g, 6, ([mark = '']) => (mark === '，' ? '，。' : '。，')),
  markHalf: replacing(/(?<=\p{Script=Han})[，；：](?=\p{Script=Han})/gu, 10, ([mark = '']) => HALF[mark] ?? null),
  quoteLost: replacing(/[”“](?=\p{Script=Han})/gu, 10, () => ''),
  bracketMix: replacing(/（(?=[^（）\n]{2,14}）)/g, 6, () => '('),
  bracketLost: replacing(/）/g, 6, () => ''),
  commaBeforeAnd: replacing(/(?<=、\p{Script=Han}{2,6})和(?=\p{Script=Han}{2})/gu, 5, () => '、和'),
  wrongPercent: replacing(/(?<=率|占)(\d{2}(?:\.\d)?)(?=%)/g, 12, ([value = '']) => {
    const shifted = Number(value) > 90 ? Number(value) - 7.2 : Number(value) + 4.3;
    return value.includes('.') ? shifted.toFixed(1) : String(Math.round(shifted));
  }),
  wrongSum: replacing(/(?<=，共(?:计)?)(\d+)(?=[个项名人])/g, 6, ([value = '']) => String(Number(value) + 3)),
  wrongGrowth: replacing(
    /(?<=提高到[\d.]+%?剂?次?，提高|压缩到[^，]{1,8}，压缩|减少到[^，]{1,6}，减少|万元增长|批次，下降)(\d+(?:\.\d+)?)(?=%|个百分点)/g,
    8,
    ([value = '']) => (value.includes('.') ? (Number(value) + 3.1).toFixed(1) : String(Number(value) + 6)),
  ),
  wrongCount: replacing(
    /(?<=“)[二三四五六](?=(?:个聚焦|本账|切实|个着力|举措|优选|过硬|认可|送|步工作法|个强化))/g,
    8,
    ([char = '']) => COUNT[COUNT.indexOf(char) + 1] ?? null,
  ),
  unitName: (text) =>
    UNIT_SLIPS.flatMap(([pattern, wrong]) => {
      const match = matches(text, pattern)[0];
      if (!match) return [];
      const stars = match[0].startsWith('**') ? 2 : 0;
      return [replaceAt(text, match.index + stars, match[0].length - stars, wrong)];
    }),
  numberingGap: replacing(/(?<=[。；])[三四](?=是)/g, 6, ([char = '']) => COUNT[COUNT.indexOf(char) + 1] ?? null),
  numberingTwice: replacing(
    /(?<=[。；])[二三](?=是)/g,
    6,
    ([char = '']) => '一二三'['一二三'.indexOf(char) - 1] ?? null,
  ),
  weekday: replacing(
    /(?<=（星期)[一二三四五六日](?=）)/g,
    3,
    ([day = '']) => '一二三四五六日一'['一二三四五六日'.indexOf(day) + 1] ?? null,
  ),
  impossibleDate: replacing(/(?<=月)\d{1,2}(?=日)/g, 4, () => '32'),
  placeholder: replacing(/(?<=\p{Script=Han})\d{2,4}(?=[个名家户项人])/gu, 4, () => 'XX'),
  measure: replacing(
    /(?<=\d)(?:家(?=企业)|名(?=退役军人|选手|医务人员|党员|干部|志愿者)|支(?=志愿|督查))/g,
    4,
    ([measure = '']) => (measure === '家' ? '名' : '家'),
  ),
  nearAndOver: replacing(/(?<=\p{Script=Han})(?=\d{2,4}(?:余|多)[个名家户项人次])/gu, 6, () => '近'),
};

/** Clean texts print no alarm near the place; a planted error counts as found when a new alarm touches it. */
export function isFound(plant: Plant, clean: readonly Finding[], cleanText: string): boolean {
  const { findings, text } = proof(plant.text);
  const known = new Set(clean.map((finding) => key(finding, cleanText)));
  return findings.some(
    (finding) =>
      finding.severity !== 'query' &&
      finding.start <= plant.end + 3 &&
      finding.end >= plant.start - 3 &&
      !known.has(key(finding, text)),
  );
}

const key = (finding: Finding, text: string): string =>
  `${finding.rule}|${text.slice(finding.start, finding.end)}|${text.slice(finding.start - 6, finding.start)}`;
