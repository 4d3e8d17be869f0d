/**
 * Characters in their ordinary form. Some PDFs map their glyphs to the signs of Chinese dictionary radicals, which look
 * the same and are found by no search: ⽬ for 目, ⻓ for 长 (Unicode, EquivalentUnifiedIdeograph).
 */
export function modernForms(text: string): string {
  return text
    .replace(/[\u2f00-\u2fd5\uf900-\ufaff]/g, (char) => char.normalize('NFKC'))
    .replace(/[\u2e80-\u2ef3]/g, (char) => RADICALS.get(char) ?? char);
}

/** The supplement, where Unicode gives no equivalence of its own: each radical and its character. */
const PAIRS =
  '⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺕彐⺗心⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺷羊⺸羊⺼月' +
  '⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const RADICALS: ReadonlyMap<string, string> = new Map(
  [...PAIRS.matchAll(/(.)(.)/gu)].map(([, radical = '', character = '']) => [radical, character]),
);
