import { flag, scan } from '../draft.ts';
import type { Draft } from '../types.ts';
import { isWord } from '../words.ts';

/** A character that sounds like a measure and cannot itself follow a number. */
const NEVER: Readonly<Record<string, string>> = {
  明: '名',
  各: '个',
  综: '宗',
  顿: '吨',
  圆: '元',
  原: '元',
  园: '元',
  员: '元',
  展: '盏',
  太: '台',
  量: '辆',
  侧: '册',
  测: '册',
  坐: '座',
  快: '块',
  倾: '顷',
  务: '户',
  互: '户',
  护: '户',
  佳: '家',
  加: '家',
  像: '项',
  向: '项',
  相: '项',
  巷: '项',
  巨: '句',
  枝: '支',
  付: '幅',
  章: '张',
  长: '场',
  厂: '场',
  撑: '层',
  平: '篇',
  偏: '篇',
  步: '部',
  布: '部',
  动: '栋',
  冻: '栋',
  其: '期',
  磨: '亩',
  母: '亩',
  目: '亩',
  克: '课',
};
/** Those of them that follow a number in some words: 5克, 3章, 10长, 8步, 2楼, 6巷. */
const SOMETIMES: ReadonlyMap<string, RegExp> = new Map([
  ['展', /(?:灯|路灯|灯具|照明)\D{0,2}\d[\d.]*万?余?$/],
  ['太', /(?:机|器|泵|车|设备|电脑|空调|电视|装置|仪)\D{0,2}\d[\d.]*万?余?$/],
  ['量', /(?:车|单车|巴士|挂车)\D{0,2}\d[\d.]*万?余?$/],
  ['员', /万$|亿$/],
  ['园', /万$|亿$/],
  ['顿', /(?:货物|建材|渣土|煤|粮|肥|砂|石|油|水|垃圾|物资|蔬菜|药|麦|米|面|盐|散煤|秸秆|秤|产)\D{0,6}\d[\d.]*万?$/],
  ['章', /(?:床位|证|票|照片|表|卡|问卷|标语|单|图|海报|奖状|证书|桌|床)\D{0,2}\d[\d.]*万?余?$/],
  ['付', /(?:标语|横幅|字画|作品|地图|照片|对联|拐杖|眼镜|手套|书画|宣传画|条幅)\D{0,2}\d[\d.]*万?余?$/],
  ['步', /(?:电梯|电话|手机|作品|影片|电影|法规|著作|书)\D{0,2}\d[\d.]*万?余?$/],
  ['动', /(?:楼|楼栋|房|住宅|厂房|公寓|大棚)\D{0,2}\d[\d.]*万?余?$/],
  ['长', /(?:活动|会|讲座|演出|培训|宣讲|招聘会|比赛|演练|报告)\D{0,2}\d[\d.]*万?余?$/],
  ['平', /(?:稿件|报告|文章|信息|论文|报道|新闻|简报|心得)\D{0,2}\d[\d.]*万?余?$/],
  ['偏', /(?:稿件|报告|文章|信息|论文|报道|新闻|简报|心得)\D{0,2}\d[\d.]*万?余?$/],
  ['其', /(?:班|培训|简报|专栏|培训班|通报|专题|工程|讲座)\D{0,2}\d[\d.]*$/],
  ['克', /(?:党|讲|授)\D{0,2}\d+$/],
  ['倾', /公$|\d[\d.]*公?$/],
  ['目', /(?:地|田|林|麦|玉米|小麦|面积|菜|果|草|粮)\D{0,2}\d[\d.]*万?余?$/],
  ['向', /(?:制度|措施|任务|工作|问题|技术|政策|指标|事项|手续|项目)\D{0,2}\d[\d.]*余?$/],
  ['相', /(?:制度|措施|任务|工作|问题|技术|政策|指标|事项|手续)\D{0,2}\d[\d.]*余?$/],
  ['巷', /(?:制度|措施|任务|工作|问题|技术|政策|指标|事项|手续)\D{0,2}\d[\d.]*余?$/],
  ['像', /(?:制度|措施|任务|工作|问题|技术|政策|指标|事项|手续)\D{0,2}\d[\d.]*余?$/],
  ['加', /(?:企业|单位|商户|门店|公司|商铺|超市|饭店|药店|银行|机构)\D{0,2}\d[\d.]*万?余?$/],
  ['布', /(?:电梯|作品|影片|电影|法规)\D{0,2}\d[\d.]*$/],
  ['护', /(?:农户|商户|居民|贫困户|住户|家庭|群众|职工)\D{0,2}\d[\d.]*万?余?$/],
  ['原', /(?:\d万|\d亿|资金\D{0,4}\d+|款\d+|补贴\d+|投资\d+|金额\d+)$/],
  ['长', /(?:活动|讲座|演出|培训|宣讲|招聘会|比赛|演练|报告会|会议)\d+$/],
]);
/** Those that no number ends with before a mark. */
const CLOSED = '向相巷像偏布护动原员园';
const NEVER_FOLLOWS = new RegExp(
  `(\\d[\\d.]*(?:余|多)?[百千万亿]*(?:余|多)?公?)([${Object.keys(NEVER).join('')}])`,
  'gu',
);

/** A right measure in another's place, told by what is counted: 合同318分, 报告13遍. */
const BY_NOUN: readonly [RegExp, string, string][] = [
  [
    /(?:病房|房屋|教室|宿舍|商铺|公租房|[训教诊活]\p{Script=Han}{0,3}室|办公室|厂房|房间|用房)\d[\d.]*万?余?(件|剑|建)(?=[，。；、）]|$)/gu,
    '间',
    '“间”用于房屋',
  ],
  [
    /(?:合同|协议|档案|资料|问卷|试卷|报告|手册|书|表|文件|宣传单|宣传册|明白纸|申请|责任状|清单|礼包|订单|盒饭|保单|公开信|函)\d[\d.]*万?余?(分)(?=[，。；、）]|$)/gu,
    '份',
    '“份”用于文件、成套的东西',
  ],
  [/(?:报告|文章|稿件|论文|报道|信息|简报|心得|日记)\d[\d.]*万?余?(遍)(?=[，。；、）]|$)/gu, '篇', '“篇”用于文章'],
  [/(?:队|队伍|服务队|突击队|小分队|部队|施工队|专业队)\d[\d.]*余?(只|枝)(?=[，。；、）\d]|$)/gu, '支', '“支”用于队伍'],
  [/(?:拐杖|眼镜|手套|对联|春联|担架)\d[\d.]*万?余?(幅|付)(?=[，。；、）]|$)/gu, '副', '“副”用于成双成套的东西'],
  [/(?:标语|横幅|条幅|宣传画|书画|地图|作品)\d[\d.]*万?余?(副|付|福)(?=[，。；、）]|$)/gu, '幅', '“幅”用于布帛、图画'],
  [
    /(?:树|树木|苗木|乔木|灌木|绿植|大树|义务植树|栽植\p{Script=Han}{0,4}|补植\p{Script=Han}{0,4})\d[\d.]*万?余?(颗|科)(?=[，。；、）]|$)/gu,
    '棵',
    '“棵”“株”用于植物，“颗”用于颗粒',
  ],
  [/(?<![第年])\d{1,2}(只|枝)(?=[\p{Script=Han}]{1,5}队)/gu, '支', '“支”用于队伍'],
  [/(?:年|\d)\d{1,2}月份?(分)(?=以来|[，。；、的起开完召])/gu, '份', '“月份”用“份”'],
  [
    /(?:粮|款|贷款|资金|补贴|奖金|损失|收入|基金|金)\d[\d.]*[百千万亿]+(?:余)?(园|员|圆|原)/gu,
    '元',
    '金额的单位是“元”',
  ],
];

/** Numbers with a slip for their measure: 20明 for 20名, 86坐 for 86座, 合同318分 for 318份. */
export const measureSlips = (text: string): Draft[] => [
  ...scan(text, NEVER_FOLLOWS, (match) => {
    const [, number = '', given = ''] = match;
    const at = match.index + number.length;
    const right = NEVER[given] ?? '';
    const before = text.slice(Math.max(0, at - 14), at);
    const needed = SOMETIMES.get(given);
    const closed = CLOSED.includes(given) && /^[，。；、）]/.test(text.slice(at + 1));
    if (
      needed && !closed
        ? !needed.test(before)
        : /[第、.月年日]$|第\d+$/.test(text.slice(Math.max(0, match.index - 1), at))
    )
      return null;
    if (!ENDS.test(text.slice(at + 1))) return null;
    return flag(at, at + 1, 'error', `“${number}${given}”应为“${number}${right}”（量词）`, right);
  }),
  ...BY_NOUN.flatMap(([pattern, right, reason]) =>
    scan(text, pattern, (match) => {
      const given = match[1] ?? '';
      const at = match.index + match[0].lastIndexOf(given);
      return flag(at, at + given.length, 'error', `“${given}”应为“${right}”：${reason}`, right);
    }),
  ),
];

/** The measure closes the phrase, or stands before what is counted; 2明两暗 and 5原则 go on as words. */
const ENDS =
  /^(?:$|[，。；、）：！？“（\s\d]|(?!则|来|本|因|有|始|确|显|白|类|种|地|项|位|级|界|方|自|车|工|作|人|心|速|捷|递|艺|于|入|大|强|班|快|油|气)\p{Script=Han})/u;

const MEASURE =
  '个名人位户家项件条次起处座栋幢套台辆份篇期场支只批张块册本对所间部艘头株棵盏根片宗笔例类种门节堂班盒箱袋瓶桶眼口面幅副枚架道';
/** Two measures that make one: 家次, 台套; and measures that go on as a word: 个人, 部门. */
const TWO_IN_ONE =
  /^(?:[人家户件辆台场批车班架艘个起处条份张]次|台套|件套|名次|个[月项]|人份|户[次头]|场[所面次]|次[数第]|类[别型]|种类|项[目次]|部[门分件队]|处[所室长]|班[组次子]|门[店类]|对象|面[积]|口[径]|家[庭]|片区|期[间限]|节[点目]|道[路口]|起[来诉]|只有|本[地土级]|所[有在])/;

/** A number with two measures, or one of them twice: 3件套套, 156家户, 57个个, 12人名. */
export const extraMeasures = (text: string): Draft[] => [
  ...scan(
    text,
    new RegExp(`(?<![第.\\d月年])\\d[\\d.]*(?:余|多)?[万亿]?(?:余|多)?([${MEASURE}])([${MEASURE}])`, 'gu'),
    (match) => {
      const [whole, one = '', two = ''] = match;
      const end = match.index + whole.length;
      const after = text.slice(end, end + 1);
      if (TWO_IN_ONE.test(one + two) || (one === two && after === '均')) return null;
      if (one !== two && (isWord(two + after) || isWord(text.slice(end - 1, end + 2)) || isWord(one + two)))
        return null;
      if (one !== two && /^\p{Script=Han}$/u.test(after) && PLACES.test(two)) return null;
      return flag(end - 2, end, 'error', `“${whole}”有两个量词`, one, two);
    },
  ),
  ...scan(text, /\d[\d.]*[百千万亿]?(余|多)(人次|[个名人位户家项件条次起处座辆台份场])(多|余)/g, (match) =>
    flag(
      match.index,
      match.index + match[0].length,
      'error',
      `“${match[1]}”与“${match[3]}”重复`,
      match[0].slice(0, -1),
    ),
  ),
  ...scan(text, /\d[\d.]*[百千万亿]?(?:[人家场批辆剂]次|[名户家项件处座辆台份场路])(多|余)(?=[，。；、）])/g, (match) =>
    flag(match.index, match.index + match[0].length, 'warning', `量词后多“${match[1]}”`, match[0].slice(0, -1)),
  ),
  ...scan(
    text,
    /\d[\d.]*[百千万亿]?(方立方米|方平方米|平平方米|立立方米|公公里|公公斤|亩亩|万万元|元元|名名|吨吨)/g,
    (match) => flag(match.index, match.index + match[0].length, 'error', `“${match[1]}”重复`),
  ),
];

/** Two that are rather the head of what is counted: 6处室内场馆, 3所小学. */
const PLACES = /[处所部门面口头片人班]/;
