/**
 * Light rewordings of a text by rule, as a second unit or a later month would send the same news: other words for the
 * common ones, clauses left out, a clause put in, numbers moved on, the unit named otherwise, points in another order.
 * Written without a look at how likeness is measured, and used only to judge it.
 */
export type Random = (below: number) => number;

export function reword(text: string, random: Random): string {
  const rules = [synonyms, dropClause, addClause, newNumbers, otherOpening, reorder, halfWidth];
  let changed = synonyms(newNumbers(text, random), random);
  for (let i = 0; i < 3; i++) changed = (rules[random(rules.length)] ?? synonyms)(changed, random);
  return changed;
}

const OTHER_WORDS: readonly [string, string][] = [
  ['积极', '大力'],
  ['开展', '组织'],
  ['加强', '强化'],
  ['加大', '进一步加大'],
  ['认真', '扎实'],
  ['严格', '从严'],
  ['确保', '切实保证'],
  ['及时', '第一时间'],
  ['目前', '截至目前'],
  ['通过', '采取'],
  ['提升', '提高'],
  ['工作', '各项工作'],
  ['充分', '有效'],
  ['建立', '健全'],
  ['群众', '居民'],
  ['全面', '全方位'],
  ['推进', '推动'],
  ['共', '累计'],
];

function synonyms(text: string, random: Random): string {
  let changed = text;
  for (const [word, other] of OTHER_WORDS) if (random(3) > 0) changed = changed.replaceAll(word, other);
  return changed;
}

const clausesOf = (text: string) => text.split(/(?<=[，。；,])/u);

function dropClause(text: string, random: Random): string {
  const clauses = clausesOf(text);
  if (clauses.length < 5) return text;
  return clauses.filter((_, i) => i === 0 || random(8) > 0).join('');
}

const INSERTED = ['据了解，', '为进一步做好此项工作，', '在此基础上，', '结合实际，', '按照上级部署，'];

function addClause(text: string, random: Random): string {
  const clauses = clausesOf(text);
  clauses.splice(random(clauses.length), 0, INSERTED[random(INSERTED.length)] ?? '');
  return clauses.join('');
}

const newNumbers = (text: string, random: Random) =>
  text.replace(/\d+/g, (digits) => String(Number(digits) + 1 + random(9)));

const otherOpening = (text: string, random: Random) =>
  `${['近日，', '今年以来，', '连日来，'][random(3)]}${text.replace(/^[^，。]{0,8}(今年以来|近期|近日)[，,]?/u, '')}`;

/** 一是…二是…三是 in another order. */
function reorder(text: string, random: Random): string {
  const parts = text.split(/(?=[一二三四五六]是)/u);
  const [head = '', ...points] = parts;
  if (points.length < 3) return text;
  const at = random(points.length - 1);
  const [moved = ''] = points.splice(at, 1);
  points.push(moved);
  return head + points.join('');
}

const halfWidth = (text: string) => text.replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')');
