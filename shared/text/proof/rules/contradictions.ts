import { flag, scan } from '../draft.ts';
import type { Draft } from '../types.ts';

const NUMBER = '[\\d.,，]*\\d[\\d.]*[十百千万亿]*|[一二三四五六七八九十两百千万]+';

/** 近…余, 约…左右, 超过…以上, 截至目前为止: two words that say the same or opposite things of one number. */
export const contradictions = (text: string): Draft[] => [
  ...scan(text, BELOW_AND_ABOVE, (match) => {
    if (/[最邻附临亲]$/.test(text.slice(Math.max(0, match.index - 1), match.index))) return null;
    return clash(match, `“近”指不到，“${match[2]}”指超出，只留一个（GB/T 15835-2011 概数）`);
  }),
  ...scan(text, ABOUT_TWICE, (match) => clash(match, `“${match[1]}”与“${match[2]}”重复，只留一个`)),
  ...scan(text, OVER_TWICE, (match) => clash(match, `“${match[1]}”与“${match[2]}”重复或矛盾，只留一个`)),
  ...scan(text, /(截至|截止)(?:到)?(目前|现在|当前)为止/g, (match) =>
    flag(
      match.index,
      match.index + match[0].length,
      'warning',
      '“截至”与“为止”重复',
      `截至${match[2]}`,
      `到${match[2]}为止`,
    ),
  ),
  ...scan(text, /(?<!到|至|迄今|[迄此])(目前|现在|当前)为止/g, (match) =>
    flag(
      match.index,
      match.index + match[0].length,
      'warning',
      `“${match[0]}”前缺“到”`,
      `到${match[0]}`,
      `截至${match[1]}`,
    ),
  ),
  ...scan(text, new RegExp(`(?:下降|减少|降低|缩小|缩短|压减)了?(?:近|约)?(${NUMBER})倍`, 'g'), (match) =>
    clash(match, '减少不能用倍数，应用百分数或分数'),
  ),
  ...scan(text, /(\d+[百千万亿]?)(余|多)(余|多|几)(?=[个名人户家项次件处亩万元条份场起台套辆株棵座吨公])/g, (match) =>
    clash(match, `“${match[2]}”“${match[3]}”重复`),
  ),
  ...scan(text, /截至(\d{1,2}月(?:底|末|\d{1,2}日)|\d{4}年底?)(?:为止|止)/g, (match) =>
    flag(
      match.index,
      match.index + match[0].length,
      'warning',
      '“截至”与“止”重复',
      `截至${match[1]}`,
      `到${match[1]}止`,
    ),
  ),
  ...PLEONASMS.flatMap(([pattern, severity, message, fix]) =>
    scan(text, pattern, (match) => flag(match.index, match.index + match[0].length, severity, message, ...fix)),
  ),
];

const clash = (match: RegExpExecArray, message: string): Draft => {
  const [whole, first = '', second = ''] = match;
  const fixes = /[\d一二三四五六七八九十]/.test(first)
    ? []
    : [whole.slice(first.length), whole.slice(0, whole.lastIndexOf(second))];
  return flag(
    match.index,
    match.index + whole.length,
    'warning',
    message,
    ...new Set(fixes.filter((fix) => fix !== whole)),
  );
};

const BELOW_AND_ABOVE = new RegExp(
  `(近|将近|接近)(?:${NUMBER})(余|多)(?=\\p{Script=Han})(?!年来|样|元化|方|种|项|渠)`,
  'gu',
);
const ABOUT_TWICE = new RegExp(`(大约|约|大概|近)(?:${NUMBER})\\p{Script=Han}{0,4}?(左右|上下)`, 'gu');
const OVER_TWICE = new RegExp(
  `(超过|超|至少|不少于|不低于|最少|高于|多于|突破)(?:${NUMBER})(?:%|\\p{Script=Han}){0,4}?(以上|左右|上下|以内|以下)(?!学历|人员|干部|的学)`,
  'gu',
);

const PLEONASMS: readonly [RegExp, 'warning' | 'query', string, string[]][] = [
  [/积极踊跃|踊跃积极/g, 'query', '“积极”与“踊跃”语义重复', ['踊跃', '积极']],
  [/目的是为了/g, 'query', '“目的”与“为了”语义重复', ['目的是', '是为了']],
  [/原因是(?:由于|因为)/g, 'query', '“原因”与“由于”语义重复', ['原因是']],
  [/凯旋而归|胜利凯旋/g, 'query', '“凯旋”已含胜利归来之意', ['凯旋', '胜利归来']],
  [/悬殊(?:很大|较大|极大)/g, 'warning', '“悬殊”已含相差大之意', ['悬殊', '相差很大']],
  [/亲眼目睹/g, 'query', '“目睹”即亲眼看见', ['目睹', '亲眼看见']],
  [/涉及到/g, 'query', '“涉及”已含“到”之意', ['涉及']],
  [/(?:大量|很多|许多)(?=莘莘学子)|众多莘莘学子|莘莘学子们/g, 'warning', '“莘莘”即众多', ['莘莘学子']],
  [/来自于/g, 'query', '“自”与“于”重复', ['来自']],
  [/付诸于/g, 'warning', '“诸”已含“于”', ['付诸']],
  [/诉诸于/g, 'warning', '“诸”已含“于”', ['诉诸']],
  [/水平落后/g, 'query', '“水平”宜与高低搭配', ['水平较低']],
];
