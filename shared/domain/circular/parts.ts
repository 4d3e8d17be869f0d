/** What a circular lists: 排名, 采用篇目, 上级采用与批示, 约稿, 未完成任务, 计分规则. */
export const circularParts = ['ranking', 'titles', 'upper', 'commissions', 'shortfalls', 'rules'] as const;
export type CircularPart = (typeof circularParts)[number];

export const circularPartNames: Record<CircularPart, string> = {
  ranking: '排名',
  titles: '采用篇目',
  upper: '上级采用和领导批示',
  commissions: '约稿完成情况',
  shortfalls: '未完成任务的单位',
  rules: '计分规则',
};
