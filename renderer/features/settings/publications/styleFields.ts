import type { HouseStyle } from '../../../../shared/domain/houseStyle.ts';

/** Keys of the house style that hold a value of this type. */
type KeyOf<Value> = { [Key in keyof HouseStyle]: HouseStyle[Key] extends Value ? Key : never }[keyof HouseStyle];
type ChoiceKey =
  | 'vertical'
  | 'lineBreak'
  | 'issueNumerals'
  | 'contents'
  | 'titlePlace'
  | 'titleFace'
  | 'sectionFace'
  | 'sectionPlace'
  | 'entryOrder'
  | 'pageNumber';
export type TextKey = Exclude<KeyOf<string>, ChoiceKey>;
export type NumberKey = KeyOf<number | null>;
export type SwitchKey = KeyOf<boolean>;

export type StyleField =
  | { kind: 'number'; key: NumberKey; label: string; min: number; max: number; step?: number; empty?: string }
  | { kind: 'text'; key: TextKey; label: string; hint?: string; needed?: string; most?: number }
  | { kind: 'switch'; key: SwitchKey; label: string }
  | {
      [Key in ChoiceKey]: { kind: 'choice'; key: Key; label: string; options: Record<HouseStyle[Key], string> };
    }[ChoiceKey];

/** The house style as a form: what can be chosen about the page, in the order of the page. Limits as the schema's. */
export const styleFields: readonly { name: string; fields: readonly StyleField[] }[] = [
  {
    name: '版心',
    fields: [
      { kind: 'number', key: 'rows', label: '每页行数', min: 15, max: 40 },
      { kind: 'number', key: 'cells', label: '每行字数', min: 10, max: 45 },
      { kind: 'number', key: 'columns', label: '栏数', min: 1, max: 3 },
      {
        kind: 'choice',
        key: 'vertical',
        label: '首行',
        options: { flush: '顶格撑满（国标）', wordGrid: '按 Word 网格' },
      },
      {
        kind: 'choice',
        key: 'lineBreak',
        label: '行末标点',
        options: { pushIn: '推入', pushOut: '推出', hang: '悬挂' },
      },
      { kind: 'switch', key: 'avoidRunt', label: '避免末行只剩一个字' },
    ],
  },
  {
    name: '报头',
    fields: [
      { kind: 'number', key: 'mastheadPt', label: '刊名字号（磅）', min: 24, max: 120 },
      { kind: 'number', key: 'mastheadSlots', label: '报头高（行）', min: 4, max: 16 },
      { kind: 'number', key: 'themeSlots', label: '主题高（行）', min: 2, max: 8 },
      { kind: 'text', key: 'issueWording', label: '期号写法', hint: '{n} 是期号', needed: '{n}' },
      { kind: 'text', key: 'totalWording', label: '总期号写法', hint: '{t} 是总期号；不填则不印' },
      {
        kind: 'choice',
        key: 'issueNumerals',
        label: '期号数字',
        options: { arabic: '第19期', chinese: '第十九期' },
      },
      { kind: 'text', key: 'secrecy', label: '密级或“内部资料”', hint: '不填则不印' },
      { kind: 'text', key: 'copyNumberWording', label: '份号写法', hint: '{n} 是份号；不填则不印' },
      { kind: 'number', key: 'copyNumberDigits', label: '份号位数', min: 1, max: 8 },
      {
        kind: 'text',
        key: 'correctionWording',
        label: '更正说明',
        hint: '{issue} 是所更正的一期，{date} 是其日期',
        most: 200,
      },
      { kind: 'switch', key: 'overprint', label: '套打（红色部分不印）' },
    ],
  },
  {
    name: '目录和栏目',
    fields: [
      {
        kind: 'choice',
        key: 'contents',
        label: '目录',
        options: { none: '不印', firstPage: '在首页，正文接排', ownPage: '独占首页' },
      },
      { kind: 'text', key: 'contentsHeading', label: '目录二字的写法', most: 20 },
      { kind: 'text', key: 'sectionWording', label: '栏目写法', hint: '{section} 是栏目名；不填则不印' },
      {
        kind: 'choice',
        key: 'sectionFace',
        label: '栏目字体',
        options: { hei: '黑体', kai: '楷体', song: '小标宋' },
      },
      { kind: 'number', key: 'sectionPt', label: '栏目字号（磅）', min: 9, max: 36, step: 0.5, empty: '同正文' },
      { kind: 'choice', key: 'sectionPlace', label: '栏目位置', options: { centre: '居中', left: '顶格' } },
    ],
  },
  {
    name: '标题和稿件',
    fields: [
      {
        kind: 'choice',
        key: 'titlePlace',
        label: '标题位置',
        options: { runIn: '与正文接排', above: '单独居中' },
      },
      {
        kind: 'choice',
        key: 'titleFace',
        label: '标题字体',
        options: { hei: '黑体', kai: '楷体', song: '小标宋', fangBold: '仿宋加粗' },
      },
      { kind: 'number', key: 'titlePt', label: '标题字号（磅）', min: 9, max: 36, step: 0.5, empty: '同正文' },
      { kind: 'number', key: 'titleGap', label: '标题后空（字）', min: 0, max: 4, step: 0.5 },
      {
        kind: 'choice',
        key: 'entryOrder',
        label: '稿件次序',
        options: { itemsFirst: '头条、稿件、简讯', briefsFirst: '头条、简讯、稿件' },
      },
      { kind: 'text', key: 'briefMark', label: '简讯记号', most: 2 },
      { kind: 'text', key: 'sourceWording', label: '来源写法', hint: '{source} 是单位；不填则不印' },
    ],
  },
  {
    name: '页码和版记',
    fields: [
      {
        kind: 'choice',
        key: 'pageNumber',
        label: '页码',
        options: { outer: '外侧（国标）', centre: '居中', none: '不印' },
      },
      { kind: 'switch', key: 'imprintOnEvenPage', label: '版记在双数页' },
      { kind: 'text', key: 'editorsLabel', label: '责任编辑写作', most: 20 },
      { kind: 'text', key: 'reviewerLabel', label: '审核写作', most: 20 },
      { kind: 'text', key: 'signerLabel', label: '签发写作', most: 20 },
      { kind: 'switch', key: 'namesInOneRow', label: '各人同排一行' },
      { kind: 'text', key: 'copiesWording', label: '印数写法', hint: '{n} 是份数' },
    ],
  },
];
