import { SOUNDS } from './data/sounds.ts';

/** Whether two characters are read alike (tone apart) or look alike: what a slip of the hand or the ear mixes up. */
export function alike(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return false;
  return soundsLike(a, b) || looksLike(a, b);
}

/** Whether two characters are read alike, tone apart. */
export function soundsLike(a: string, b: string): boolean {
  const sounds = SOUNDS.get(a);
  return a !== b && sounds !== undefined && SOUNDS.get(b)?.some((sound) => sounds.includes(sound)) === true;
}

/** Whether two characters look alike. */
export const looksLike = (a: string, b: string): boolean =>
  a !== b && LOOKS.some((look) => look.includes(a) && look.includes(b));

const LOOKS: readonly string[] = [
  '己已巳',
  '末未',
  '侯候',
  '辩辨瓣辫',
  '贷货',
  '拔拨',
  '折拆析',
  '治冶',
  '幕墓暮慕募',
  '竟竞',
  '挡档',
  '捡检',
  '撒撤',
  '代伐',
  '住往',
  '人入八',
  '土士',
  '千干于',
  '常堂',
  '陪赔培',
  '部陪',
  '责贵',
  '众从',
  '查察',
  '排徘',
  '场扬汤',
  '待侍',
  '历厉',
  '准淮',
  '析拆',
  '拟似',
  '导异',
  '服报',
  '情清请',
  '施拖',
  '程理',
  '风凤',
  '动劲',
  '发友',
  '领领',
];
