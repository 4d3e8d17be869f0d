import { flag } from '../draft.ts';
import type { Context, Draft, LeaderEntry, Manuscript } from '../types.ts';

/** The leader roster: posts not held, names mistaken, order of precedence in a list. */
export function roster({ text }: Manuscript, { knowledge, issueDate }: Context): Draft[] {
  const leaders = knowledge.leaders ?? [];
  if (leaders.length === 0) return [];
  return [
    ...postsOfNames(text, leaders, issueDate),
    ...namesOfPosts(text, leaders, issueDate),
    ...order(text, leaders, issueDate),
  ];
}

const inForce = (leader: LeaderEntry, date: string | null): boolean =>
  date === null || ((leader.validFrom ?? date) <= date && date <= (leader.validTo ?? date));

/** 区长张三, where 张三 holds another post on the issue's day. */
function postsOfNames(text: string, leaders: readonly LeaderEntry[], date: string | null): Draft[] {
  const drafts: Draft[] = [];
  const posts = allPosts(leaders);
  for (const name of new Set(leaders.map((leader) => leader.name))) {
    const held = leaders
      .filter((leader) => leader.name === name && inForce(leader, date))
      .flatMap((leader) => leader.posts);
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const title = posts.find((post) => text.startsWith(post, at - post.length) && at >= post.length);
      if (!title || held.some((post) => isSamePost(post, title))) continue;
      const start = at - title.length;
      const now = held.length > 0 ? `现任${held.join('、')}` : '本期日期不在任';
      drafts.push(
        flag(
          start,
          at + name.length,
          'error',
          `${name}的职务不是“${title}”：名录所载${now}`,
          ...held.map((post) => post + name),
        ),
      );
    }
  }
  return drafts;
}

/** 部长 for 组织部部长, but not 区长 for 副区长. */
const isSamePost = (held: string, title: string): boolean => {
  const [long, short] = held.length > title.length ? [held, title] : [title, held];
  return long === short || (long.endsWith(short) && !/[副前原代]/.test(long.slice(0, -short.length)));
};

/** 区长张山, one character away from 区长张三. */
function namesOfPosts(text: string, leaders: readonly LeaderEntry[], date: string | null): Draft[] {
  const drafts: Draft[] = [];
  const names = new Set(leaders.map((leader) => leader.name));
  for (const leader of leaders.filter((entry) => inForce(entry, date))) {
    for (const post of leader.posts) {
      for (let at = text.indexOf(post); at >= 0; at = text.indexOf(post, at + post.length)) {
        const start = at + post.length;
        const given = text.slice(start, start + leader.name.length);
        if (names.has(given) || !/^\p{Script=Han}+$/u.test(given) || given.length !== leader.name.length) continue;
        if ([...names].some((name) => text.startsWith(name, start))) continue;
        const same = [...given].filter((char, i) => char === leader.name[i]).length;
        if (
          same !== leader.name.length - 1 ||
          leader.name.length < 2 ||
          (given[0] !== leader.name[0] && leader.name.length < 3)
        )
          continue;
        drafts.push(flag(start, start + given.length, 'error', `${post}名录所载为“${leader.name}”`, leader.name));
      }
    }
  }
  return drafts;
}

/** 李四、张三: names side by side in the order of the roster. */
function order(text: string, leaders: readonly LeaderEntry[], date: string | null): Draft[] {
  const now = leaders.filter((leader) => inForce(leader, date));
  const byName = new Map(now.map((leader) => [leader.name, leader]));
  const drafts: Draft[] = [];
  const places = now
    .flatMap((leader) =>
      [...text.matchAll(new RegExp(leader.name.replace(/[^\p{Script=Han}A-Za-z·]/gu, '.'), 'gu'))].map((match) => ({
        name: leader.name,
        at: match.index,
      })),
    )
    .sort((a, b) => a.at - b.at);
  for (let i = 1; i < places.length; i++) {
    const [first, second] = [places[i - 1], places[i]];
    if (!first || !second) continue;
    const between = text.slice(first.at + first.name.length, second.at);
    if (!/^(?:、|和|，)[\p{Script=Han}]{0,16}$/u.test(between)) continue;
    const [a, b] = [byName.get(first.name)?.order ?? 0, byName.get(second.name)?.order ?? 0];
    if (a <= b) continue;
    drafts.push(
      flag(
        second.at,
        second.at + second.name.length,
        'warning',
        `排序：${second.name}应在${first.name}之前（名录次序）`,
      ),
    );
  }
  return drafts;
}

const allPosts = (leaders: readonly LeaderEntry[]): string[] =>
  [...new Set([...leaders.flatMap((leader) => leader.posts), ...COMMON_POSTS])].sort((a, b) => b.length - a.length);

const COMMON_POSTS = [
  '区委书记',
  '区委副书记',
  '区长',
  '副区长',
  '常务副区长',
  '区委常委',
  '区人大常委会主任',
  '区政协主席',
  '组织部部长',
  '宣传部部长',
  '统战部部长',
  '政法委书记',
  '纪委书记',
  '区委办公室主任',
];
