import { flag, scan } from '../draft.ts';
import type { Draft } from '../types.ts';

const ADVERBS =
  '不断|逐渐|渐渐|逐步|默默|悄悄|牢牢|紧紧|源源不断|大力|自觉|坚决|切实|着力|全力|全面|迅速|及时|扎实|认真|积极|主动|深入|有效|细致|耐心|热情';
const ONLY_ADVERBS = '不断|渐渐|默默|悄悄|牢牢|紧紧|源源不断|大力|着力|坚决|切实|全力';
const VERBS =
  '推进|推动|开展|落实|解决|抓好|做好|参与|完成|加强|提升|提高|化解|配合|宣传|引导|帮助|守护|把握|围绕|团结|执行|贯彻|处理|回应|组织|投入|奉献|树立|维护|改善|增强|支持|走访|排查|整改|讲解|解答|倾听|询问';
const MODIFIED =
  '利益|需求|问题|工作|生活|意见|建议|诉求|困难|权益|心声|健康|安全|幸福感|获得感|积极性|主动性|能力|水平|作用|力量|优势|职责|责任|成绩|成效';
const OWNERS = '群众|人民|我们|他们|企业|社区|干部|党员|居民|职工|农民|单位|部门|街道|存在|取得|产生|反映|面临';
const STATES =
  '好|快|多|少|早|远|稳|实|准|深|细|很好|不错|扎实|到位|及时|很快|更好|更快|更实|更细|更稳|更多|更高|更远|热火朝天|有声有色|井井有条|淋漓尽致';

/** 的, 地, 得 where only one can be right. */
export const particles = (text: string): Draft[] => [
  ...scan(text, new RegExp(`(?:${ONLY_ADVERBS})(的)(?=(?:${VERBS}))`, 'g'), (match) =>
    wrong(match, '的', '地', '状语后用“地”'),
  ),
  ...scan(text, new RegExp(`(?:${ADVERBS}|[\\p{Script=Han}]{2}化)(的)(?=(?:${VERBS})(?:了|好|到))`, 'gu'), (match) =>
    wrong(match, '的', '地', '状语后用“地”'),
  ),
  ...scan(
    text,
    new RegExp(`[\\p{Script=Han}]{2}化(的)(?=(?:${VERBS})[\\p{Script=Han}]{2,12}[，。；])`, 'gu'),
    (match) =>
      /问题|工作|难题|矛盾/.test(text.slice(match.index, match.index + 20)) &&
      /^解决|^推进|^开展|^落实|^处理/.test(text.slice(match.index + match[0].length))
        ? wrong(match, '的', '地', '状语后用“地”')
        : null,
  ),
  ...scan(text, new RegExp(`(?:${OWNERS})(地)(?=(?:${MODIFIED}))`, 'g'), (match) =>
    wrong(match, '地', '的', '定语后用“的”'),
  ),
  ...scan(text, new RegExp(`(?:${ADVERBS})(得)(?=(?:${VERBS}))`, 'g'), (match) =>
    wrong(match, '得', '地', '状语后用“地”'),
  ),
  ...scan(
    text,
    new RegExp(`[做干办抓走跑学讲说写管建变过搞抢看想站守](的)(?=(?:${STATES})(?:[，。；！”]|了))`, 'g'),
    (match) => (/[该所要值]$/.test(text.slice(0, match.index)) ? null : wrong(match, '的', '得', '补语前用“得”')),
  ),
  ...scan(
    text,
    /[做干办抓走跑学讲说写管建变过搞站守](的)(?=(?:很|非常|十分|越来越|更加|比较)(?:好|快|多|早|远|稳|扎实|到位|细致|认真|不错|充实|精彩))/g,
    (match) => wrong(match, '的', '得', '补语前用“得”'),
  ),
  ...scan(text, /(使|让|变|显)(的)(?=(?:群众|企业|居民|工作|更加|更为|十分|尤为|格外))/g, (match) =>
    wrong(match, '的', '得', '“使得”“变得”用“得”'),
  ),
  ...scan(
    text,
    /(取|获|赢|博)(的)(?=了?(?:好|明显|显著|积极|良好|实效|成效|成绩|第|一致|阶段|突破|优异|较大|圆满|初步))/g,
    (match) => wrong(match, '的', '得', '应为“得”'),
  ),
];

function wrong(match: RegExpExecArray, given: string, right: string, why: string): Draft {
  const at = match.index + match[0].lastIndexOf(given);
  return flag(at, at + 1, 'warning', `“${match[0]}”中“${given}”应为“${right}”：${why}`, right);
}
