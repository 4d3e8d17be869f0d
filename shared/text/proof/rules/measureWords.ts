import { flag, scan } from '../draft.ts';
import type { Draft } from '../types.ts';

/** Nouns of one kind, the measures they take, and those that are certainly not theirs. */
interface Kind {
  nouns: string;
  right: readonly string[];
  wrong: string;
}

const KINDS: readonly Kind[] = [
  {
    nouns:
      '干部|党员|群众|志愿者|职工|员工|学生|教师|医务人员|工作人员|网格员|居民|村民|代表|委员|农民工|老人|儿童|人员|专家|医生|护士|民警|辅警|队员|社工|企业家|退役军人|大学生|选手|医护人员|学员',
    right: ['名'],
    wrong: '只支条件份台辆座篇幅棵处所把本张家项块栋',
  },
  {
    nouns: '企业|公司|商户|单位|超市|商场|饭店|门店|酒店|药店|银行|机构',
    right: ['家'],
    wrong: '名位只支条件份台辆篇幅棵把本张块头',
  },
  { nouns: '社区|行政村|村庄|小区|街道|乡镇|居民小组', right: ['个'], wrong: '名位只支条件份台辆篇幅棵把本张头' },
  { nouns: '问题|隐患|矛盾纠纷|风险点|漏洞', right: ['个', '处'], wrong: '名位只支台辆篇幅棵把本张家座户头' },
  { nouns: '小组|专班|工作组|督导组|督查组|检查组', right: ['个'], wrong: '名位台辆篇幅棵把本张户头家座条件' },
  { nouns: '项目|工程', right: ['个', '项'], wrong: '名位只支台辆篇幅棵把本张户头位' },
  {
    nouns:
      '车辆|汽车|接种车|救护车|宣传车|巡逻车|作业车|货车|客车|校车|抢险车|自行车|电动车|公交车|消防车|洒水车|垃圾清运车|渣土车',
    right: ['辆'],
    wrong: '名位只支份篇幅棵把本张家项户头座',
  },
  {
    nouns: '志愿服务队|突击队|服务队|队伍|宣讲队|巡逻队|先锋队',
    right: ['支'],
    wrong: '只枝名位台辆篇幅棵把本张户头座栋',
  },
  { nouns: '树木|苗木|乔木|灌木|行道树', right: ['株', '棵'], wrong: '名位只支台辆篇幅颗把本张户头座份家' },
  { nouns: '文章|论文|稿件|信息稿|新闻稿|报道', right: ['篇'], wrong: '名位只支台辆棵把户头座家个份' },
  { nouns: '铁锹|铁锨|雨伞|扫帚', right: ['把'], wrong: '个名位只支份台辆张家座条' },
  { nouns: '锦旗', right: ['面'], wrong: '条个张份名只支件' },
  { nouns: '投诉|举报|投诉举报|案件|纠纷|矛盾纠纷', right: ['件', '起'], wrong: '个名位只支台辆篇棵把本张家户头座' },
  { nouns: '游园|公园|广场', right: ['个', '座'], wrong: '名位只支台辆篇棵把本张家户头所条件' },
  { nouns: '基地|网点|服务站|驿站|服务中心', right: ['个'], wrong: '名位只支份篇幅棵把本张间户头辆台条件' },
  { nouns: '学校|医院|幼儿园', right: ['所'], wrong: '名位只支份篇幅棵把本张间户头辆台条件' },
  { nouns: '图书|书籍|手册|读本', right: ['册', '本'], wrong: '名位只支个张条件台辆户头座' },
  { nouns: '横幅|条幅', right: ['条', '幅'], wrong: '张个份件' },
  { nouns: '路灯', right: ['盏'], wrong: '条根名位支辆篇幅棵把本张户头家' },
  { nouns: '桥梁|水库|水电站|大棚', right: ['座'], wrong: '名位支辆篇幅棵把本张户头家份' },
  { nouns: '线路|航线|路线|公交线', right: ['条'], wrong: '名位只支辆篇幅棵张户头家座台' },
  { nouns: '灭火器', right: ['具', '个'], wrong: '副把支条台名位辆篇幅棵张户头家' },
  { nouns: '座椅|长椅|长凳', right: ['把', '个'], wrong: '支条名位辆篇幅棵户头家' },
  { nouns: '机井|水井|深井', right: ['眼', '口'], wrong: '棵颗支条名位辆篇幅张户头家' },
  {
    nouns: '水泵|抽水泵|变压器|空调|电脑|风机|除湿机',
    right: ['台', '架'],
    wrong: '辆名位支条篇幅棵张户头家',
  },
  { nouns: '帐篷', right: ['顶'], wrong: '项台名位支条辆篇幅棵张户头家' },
  { nouns: '地图|字画|标语|横幅|宣传画', right: ['幅', '条'], wrong: '名位只支辆篇棵把户头家座副' },
  { nouns: '对联|春联|手套|眼镜', right: ['副'], wrong: '名位支辆篇幅棵户头家座' },
];

const NUMBER = '(?:\\d+(?:余|多)?|[一二三四五六七八九十百两]+(?:余|多)?)';
/** Measures that only make a query where used: 稿件39份. */
const LOOSE = new Map([
  ['稿件', '份个'],
  ['报道', '个'],
  ['文章', '个'],
]);

const NOUNS = KINDS.map((kind) => kind.nouns).join('|');
const MEASURES = [...new Set(KINDS.flatMap((kind) => [...kind.wrong]))].join('');
/** What is wrong for a noun that is named twice is wrong by either. */
const KIND_OF = new Map<string, Kind>();
for (const kind of KINDS) {
  for (const noun of kind.nouns.split('|')) {
    const known = KIND_OF.get(noun);
    KIND_OF.set(noun, known ? { ...known, wrong: known.wrong + kind.wrong } : kind);
  }
}
/** 3只志愿服务队, and 干部3只 before a mark: the noun stands at the number. */
const BEFORE = new RegExp(`(${NUMBER})([${MEASURES}])(?:优秀|在职|青年|重点|困难|退役|专业)?(${NOUNS})`, 'gu');
const AFTER = new RegExp(`(${NOUNS})(?:共)?(${NUMBER})([${MEASURES}])(?=[，。；、）\\d]|$)`, 'gu');

/** Number, measure word and noun that do not go together. */
export const measureWords = (text: string): Draft[] => [
  ...scan(text, BEFORE, (match) => {
    const [, number = '', measure = '', noun = ''] = match;
    if (/[第初十]$/.test(text.slice(Math.max(0, match.index - 1), match.index))) return null;
    if (!isComplete(text, match.index + match[0].length)) return null;
    return wrongMeasure(match.index + number.length, measure, noun);
  }),
  ...scan(text, AFTER, (match) => {
    // 7个社区共14名: the noun has its own number, and the second counts another.
    if (/[\d几各]个?$/.test(text.slice(Math.max(0, match.index - 2), match.index))) return null;
    return wrongMeasure(match.index + match[0].length - 1, match[3] ?? '', match[1] ?? '');
  }),
];

/** 3家单位领导 and 2件党员教育片 count another noun: only a phrase that ends or goes on with a function word is certain. */
const isComplete = (text: string, end: number): boolean =>
  end >= text.length ||
  /^[，。；、）：”的和与及等在已被将参进开走入为提到深主积签向对组共全分累实发成]/.test(text.slice(end, end + 1));

function wrongMeasure(at: number, measure: string, noun: string): Draft | null {
  const kind = KIND_OF.get(noun);
  if (!kind?.wrong.includes(measure)) return null;
  const loose = LOOSE.get(noun)?.includes(measure) ?? false;
  const message = `“${noun}”的量词用“${kind.right.join('”“')}”，不用“${measure}”`;
  return flag(at, at + 1, loose ? 'query' : 'error', message, ...kind.right);
}
