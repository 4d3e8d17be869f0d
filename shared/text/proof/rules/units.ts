import { KNOWN_ORGANS, PARTY_ORGANS } from '../data/organs.ts';
import { flag, scan } from '../draft.ts';
import { alike } from '../sounds.ts';
import type { Context, Draft, Item, Manuscript, UnitName } from '../types.ts';

/** 区政法委 for 区委政法委: Party organs carry 委. */
export const partyOrgans = (text: string): Draft[] =>
  scan(text, new RegExp(`(?<![全各辖城社园小校厂地我本该])([区县市])(${PARTY_ORGANS})(?![门署])`, 'g'), (match) => {
    const [name, level = '', organ = ''] = match;
    return flag(
      match.index,
      match.index + name.length,
      'error',
      `“${name}”是党委工作部门，应为“${level}委${organ}”`,
      `${level}委${organ}`,
    );
  });

/** The unit that opens the item against the one credited at the end, and against its own name further on. */
export function titleAgainstSource(item: Item): Draft[] {
  const { source, text } = item;
  const start = openingOf(item);
  const opening = TITLE_UNIT.exec(text.slice(start, start + 40))?.[0];
  if (!source || /[、，和 ]/.test(source.text)) return opening ? againstRest(text, start, opening) : [];
  if (
    !text.startsWith(source.text, start) &&
    text.startsWith(source.text.slice(0, -1), start) &&
    source.text.length >= 4
  ) {
    return [mismatch(start, start + source.text.length - 1, text, source.text)];
  }
  if (!opening) return [];
  const [a, b] = [bare(opening), bare(source.text)];
  if (a === b || a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a)) return [];
  const end = start + opening.length;
  if (isSlip(a, b)) return [mismatch(start, end, text, source.text)];
  if (abbreviates(a, b) || abbreviates(b, a)) return [];
  if (!item.title) return [];
  return [
    flag(source.start, source.end, 'query', `文末单位“${source.text}”与标题单位“${opening}”不一致，请核实`, opening),
  ];
}

const mismatch = (start: number, end: number, text: string, source: string): Draft =>
  flag(start, end, 'warning', `标题单位“${text.slice(start, end)}”与文末单位“${source}”不一致`, source);

/** Where the title begins, or the body where no title was made out. */
function openingOf({ title, text }: Item): number {
  if (title) return title.start;
  const paragraph = text.split('\n').findIndex((line) => /[。；！？]/.test(line));
  const before = text.split('\n').slice(0, Math.max(0, paragraph));
  return before.reduce((sum, line) => sum + line.length + 1, 0);
}

/** A name that opens the item, differs by one character from one used further on, and is used but once. */
function againstRest(text: string, start: number, opening: string): Draft[] {
  const rest = text.slice(start + opening.length);
  if (rest.includes(opening)) return [];
  for (let i = 0; i < opening.length - 1; i++) {
    const similar = new RegExp(`${opening.slice(0, i)}\\p{Script=Han}${opening.slice(i + 1)}`, 'u').exec(rest)?.[0];
    if (!similar || KNOWN_ORGANS.has(similar.replace(/^[区县市]/, ''))) continue;
    if (/^[东西南北中上下新老一二三]$/.test(similar[i] ?? '') || !alike(similar[i] ?? '', opening[i] ?? '')) continue;
    return [flag(start, start + opening.length, 'warning', `“${opening}”与后文“${similar}”不一致`, similar)];
  }
  return [];
}

const TITLE_UNIT =
  /^(?:中共)?(?:团[区县市]委|(?:[\p{Script=Han}]{0,3}[区县市](?:委)?)?[\p{Script=Han}]{2,12}?(?:自然资源和规划局|街道办事处|街道|镇|乡|局|委(?![员托派])|院|联(?=[\p{Script=Han}“])|办(?![事好理法公结])|会(?=[“积开扎])|中心(?!城)|部(?!门|署|分)|检察院|法院|公司|大队))/u;

const bare = (name: string): string =>
  name.replace(/^中共|^上街|^本/, '').replace(/办事处$|党工委$|党委$|人民政府$|政府$/, '');

/** One character more, less or other, and not two organs that both exist. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || distance(a, b) !== 1) return false;
  const [x, y] = [a.replace(/^[区县市]/, ''), b.replace(/^[区县市]/, '')];
  return !(KNOWN_ORGANS.has(x) && KNOWN_ORGANS.has(y));
}

/** Whether every character of `short` stands in `long`, in order: 区城管局 in 区城市管理局. */
function abbreviates(short: string, long: string): boolean {
  let rest = long;
  return [...short].every((char) => {
    const at = rest.indexOf(char);
    rest = rest.slice(at + 1);
    return at >= 0;
  });
}

/** Edits (insert, delete, replace) from one short name to another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The office's register: former names after their day, names one slip away from a registered one. */
export function unitRegister({ text }: Manuscript, { knowledge, issueDate }: Context): Draft[] {
  const units = knowledge.units ?? [];
  const drafts: Draft[] = [];
  const known = new Set(units.flatMap((unit) => unit.names.map((name) => name.name)));
  for (const unit of units) {
    const current = unit.names.find((name) => name.kind === 'short') ?? unit.names.find((name) => name.kind === 'full');
    for (const name of unit.names) {
      if (!isPast(name, issueDate) || !current) continue;
      for (const at of placesOf(text, name.name, known)) {
        const until = name.validTo ? `（用至${name.validTo}）` : '';
        drafts.push(
          flag(
            at,
            at + name.name.length,
            'warning',
            `“${name.name}”是曾用名${until}，现为“${current.name}”`,
            current.name,
          ),
        );
      }
    }
    drafts.push(...mixedForms(text, unit.names, known));
  }
  drafts.push(...nearRegister(text, known));
  return drafts;
}

/** A name of the level that is none of the register's, one or two characters from one of them: 区发展改革局 for 区发展改革委. */
function nearRegister(text: string, known: ReadonlySet<string>): Draft[] {
  const names = [...known].filter((name) => /^[区县市]/.test(name));
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const given = match[0];
    if (known.has(given) || names.some((name) => name.startsWith(given) && text.startsWith(name, match.index)))
      return [];
    if (KNOWN_ORGANS.has(given.slice(1))) return [];
    const near = names.find((name) => name[0] === given[0] && name.length >= 5 && isNear(given, name));
    return near
      ? [flag(match.index, match.index + given.length, 'warning', `“${given}”不在单位名录中，名录作“${near}”`, near)]
      : [];
  });
}

const NAMED =
  /(?<![\p{Script=Han}])[区县市]\p{Script=Han}{3,12}?(?:局|委|委员会|办公室|中心)(?=[\p{Script=Han}，。；、）“]|$)(?!员|[部门长机]|和)/gu;

/** One change, or characters left out or put in of a long name. */
const isNear = (given: string, name: string): boolean =>
  distance(given, name) === 1 ||
  (name.length >= 7 && distance(given, name) === 2 && given.slice(0, 4) === name.slice(0, 4));

const isPast = (name: UnitName, issueDate: string | null): boolean =>
  name.kind === 'former'
    ? !issueDate || !name.validTo || issueDate > name.validTo
    : Boolean(name.validTo && issueDate && issueDate > name.validTo);

/** Places of `name` that are not part of a longer registered name. */
function placesOf(text: string, name: string, known: ReadonlySet<string>): number[] {
  const longer = [...known].filter((other) => other !== name && other.includes(name));
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (longer.some((other) => text.slice(Math.max(0, at - other.length), at + other.length).includes(other))) continue;
    places.push(at);
  }
  return places;
}

/** One short form per issue: the second short form that turns up is asked about. */
function mixedForms(text: string, names: readonly UnitName[], known: ReadonlySet<string>): Draft[] {
  const shorts = names.filter((name) => name.kind === 'short').map((name) => name.name);
  const used = shorts
    .map((name) => ({ name, places: placesOf(text, name, known) }))
    .filter((entry) => entry.places.length > 0)
    .sort((a, b) => b.places.length - a.places.length);
  const [main, ...others] = used;
  if (!main) return [];
  return others.flatMap(({ name, places }) =>
    places
      .slice(0, 1)
      .map((at) =>
        flag(at, at + name.length, 'query', `本期对同一单位用了“${main.name}”和“${name}”两种写法`, main.name),
      ),
  );
}
