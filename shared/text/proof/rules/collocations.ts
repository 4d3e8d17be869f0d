import { flag, scan } from '../draft.ts';
import type { Draft } from '../types.ts';

/** Verb and object that do not go together: 加快…效率, 提升…覆盖面, 加大…宣传 without 力度, 开展…会. */
export const collocations = (text: string): Draft[] => [
  ...scan(
    text,
    /(加快)(?:了|着)?([\p{Script=Han}“”]{0,10}?)(成效|效率|质量|水平|力度|能力|效果)(?=[，。；、！])/gu,
    (match) => {
      const [, verb = '', between = '', object = ''] = match;
      if (OTHER_VERB.test(between)) return null;
      const right = object === '力度' ? '加大' : '提高';
      return flag(match.index, match.index + verb.length, 'warning', `“加快”与“${object}”不搭配`, right, '提升');
    },
  ),
  ...scan(
    text,
    /(提升|提高|加大|加强)(?:了)?([\p{Script=Han}、]{0,10}?)(覆盖面|速度|范围|规模|步伐|进度)(?=[，。；！])/gu,
    (match) => {
      const [, verb = '', between = '', object = ''] = match;
      if (OTHER_VERB.test(between) || between.includes('、')) return null;
      const right = NOUN_VERB[object] ?? '扩大';
      if (verb === '提高' && object === '速度') return null;
      const severity = /和|与|及/.test(between) ? 'query' : 'warning';
      return flag(match.index, match.index + verb.length, severity, `“${verb}”与“${object}”不搭配`, right);
    },
  ),
  ...scan(text, /加大((?:对[\p{Script=Han}“”、]{1,14}的?)?[\p{Script=Han}“”]{2,12})(?=[，。；])/gu, (match) => {
    const object = match[1] ?? '';
    if (GROWABLE.test(object) || OTHER_VERB.test(object)) return null;
    return flag(match.index, match.index + match[0].length, 'query', '“加大”后似缺“力度”', `${match[0]}力度`);
  }),
  ...scan(
    text,
    /(开展)(?:了)?([\p{Script=Han}“”]{0,8}?)((?:协调|座谈|推进|动员|调度|部署|例|研判|碰头|现场|联席|视频|专题)会议?)(?=[，。；、])/gu,
    (match) => flag(match.index, match.index + 2, 'query', `“开展”与“${match[3]}”不搭配`, '召开'),
  ),
  ...scan(text, /(采取|通过|利用|采用|运用)([^，。；]{4,40}?)等(?=，)/g, (match) => {
    if (/等(?:方式|形式|措施|手段|办法|渠道|途径)/.test(match[0])) return null;
    return match[1] === '采取'
      ? flag(
          match.index + match[0].length - 1,
          match.index + match[0].length,
          'query',
          '“采取…等”后似缺“方式”“措施”',
          '等方式',
        )
      : null;
  }),
  ...scan(text, /问题和?(?:困难)?得到(?:了)?(?:有效|明显|进一步|不断)?(?:提升|提高|增强)/g, (match) =>
    flag(match.index, match.index + match[0].length, 'warning', '“问题”与“提高”不搭配，应为“解决”'),
  ),
  ...scan(
    text,
    /(?:水平|能力|意识|素质)(?:得到|有了)?(?:了)?(?:有效|明显|进一步|不断)?(?:改善|扩大)(?=[，。；])/g,
    (match) => flag(match.index, match.index + match[0].length, 'query', '搭配不当，“水平”“能力”宜用“提高”'),
  ),
  ...scan(text, /(减少|降低|杜绝|防止|避免)[^，。；]{0,12}(?:不再|不发生|不出现)/g, (match) =>
    flag(match.index, match.index + match[0].length, 'warning', `“${match[1]}”与否定词连用，意思相反`),
  ),
  ...scan(text, /沟通([\p{Script=Han}]{2,6})存在问题(?=，)/gu, (match) => {
    const at = match.index + match[0].length - 4;
    return flag(at, at + 4, 'query', '似缺“的”', '存在的问题');
  }),
];

const OTHER_VERB =
  /提高|提升|增强|形成|取得|显见|见到|实现|确保|保证|扩大|加强|推动|促进|强化|得到|改善|保质|以|使|让|并/;
const NOUN_VERB: Readonly<Record<string, string>> = {
  速度: '加快',
  步伐: '加快',
  进度: '加快',
  范围: '扩大',
  规模: '扩大',
  覆盖面: '扩大',
};
/** What may grow larger by itself, so that no 力度 is missing. */
const GROWABLE =
  /力度|投入|投资|支持|压力|难度|强度|密度|频次|频率|步伐|力量|幅度|比重|比例|帮扶|扶持|补贴|补助|贷款|供应|供给|储备|监管|执法|处罚|惩处|整治|培训|支出|开发|奖励|差距|风险|采购|查处|排查|巡查|攻坚|打击|保障|宣传推介|资金|马力|功率|剂量|油门|成本|损失|范围|规模|数量|产量|流量|间距|招商/;
