import type { SplitKind } from '../../../shared/text/split/document.ts';
import type { Piece } from '../../../shared/text/split/pieces.ts';

export const roleNames: Record<Piece['role'], string> = {
  name: '刊名',
  issueNumber: '期号',
  totalNumber: '总期号',
  date: '日期',
  issuer: '编印单位',
  theme: '主题',
  recipientsTo: '送',
  recipientsReport: '报',
  recipientsSend: '发',
  editors: '责任编辑',
  reviewers: '审核',
  signers: '签发',
  copies: '印数',
  title: '标题',
  body: '正文',
  subhead: '小标题',
  source: '来源',
  byline: '署名',
  marker: '标记',
  column: '栏目',
  continuedFrom: '接转',
  leftover: '不收入',
  layout: '版式符号',
};

export const kindNames: Record<SplitKind, string> = {
  lead: '头条',
  item: '稿件',
  brief: '简讯',
  'column-brief': '栏目简讯',
};
