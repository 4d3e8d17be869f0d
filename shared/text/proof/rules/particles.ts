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
  // 感慨的说, 高兴得说.
  ...scan(text, new RegExp(`(?:${FEELINGS})([的得])(?=(?:说|道|表示|告诉|讲|问|笑|喊|介绍))`, 'g'), (match) =>
    wrong(match, match[1] ?? '', '地', '状语后用“地”'),
  ),
  // 有力的震慑了违法者.
  ...scan(text, new RegExp(`(?:${MANNERS})([的得])(?=\\p{Script=Han}{2}了[\\p{Script=Han}“])`, 'gu'), (match) =>
    wrong(match, match[1] ?? '', '地', '状语后用“地”'),
  ),
  // 耐心的向群众讲解.
  ...scan(
    text,
    /(?:耐心|细致|主动|热情|认真|及时|详细|自觉|仔细)(的)(?=(?:向|为|给|把|将)\p{Script=Han}{2})/gu,
    (match) => wrong(match, '的', '地', '状语后用“地”'),
  ),
  // 变的水清岸绿; but 变的是, 不变的.
  ...scan(
    text,
    /(?<![不改多善防转演突渐应万可质量病政事裂嬗蜕巨骤未在求谋待剧])变(的)(?=\p{Script=Han}{2})(?!是|不|事|人|东西|地方)/gu,
    (match) => wrong(match, '的', '得', '补语前用“得”'),
  ),
  // 卖的更快, 学的起劲.
  ...scan(
    text,
    /(?<![所要该值可])[卖学干做走跑办管唱活住过长吃睡种讲练建修洗扫收抓搞飞坐穿](的)(?=(?:更|更加|越来越|很|非常|十分|格外|特别)(?:\p{Script=Han})|有劲|有盼头|有奔头|有滋|有声|起劲|开心|舒心|安心|放心|热闹|红火|有滋有味|明明白白|清清楚楚|整整齐齐|干干净净)(?!\p{Script=Han}{2,5}的)/gu,
    (match) => wrong(match, '的', '得', '补语前用“得”'),
  ),
  // 看的见、管的住.
  ...scan(
    text,
    /(?<!\p{Script=Han}的)(?:看|听)(的)(?=[见懂])|[摸靠用买找](的)(?=着)|(?:管|留|靠|稳|守|记|站|经|顶|扛)(的)(?=[住起])|(?:沉|静|拿|豁|说|叫|立|站|走)(的)(?=[下出响])(?=.[，。；、”])|(?:跟|用|供|买|赶)(的)(?=[上起][，。；、”])/gu,
    (match) => wrong(match, '的', '得', '补语前用“得”'),
  ),
];

/** Moods in which somebody says something. */
const FEELINGS =
  '感慨|感动|高兴|激动|兴奋|动情|自豪|感激|开心|欣慰|满意|骄傲|深情|无奈|热情|认真|坚定|由衷|亲切|风趣|幽默|爽快|不好意思|喜滋滋|乐呵呵|笑呵呵|笑盈盈|笑眯眯';
/** How something was done. */
const MANNERS =
  '有力|有效|极大|充分|切实|及时|全面|深入|积极|主动|广泛|不断|逐步|迅速|圆满|明显|显著|大大|进一步|最大限度|最大程度|成功|顺利|准确|精准|快速|高效|妥善|稳步|持续';

function wrong(match: RegExpExecArray, given: string, right: string, why: string): Draft {
  const at = match.index + match[0].lastIndexOf(given);
  return flag(at, at + 1, 'warning', `“${match[0]}”中“${given}”应为“${right}”：${why}`, right);
}
