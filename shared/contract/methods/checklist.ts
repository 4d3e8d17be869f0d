import { z } from 'zod';
import type { Timestamp } from '../../domain/dates.ts';
import { type ItemId, issueId } from '../../domain/ids.ts';
import { command, query } from '../define.ts';
import { editors, proofreaders, staff } from './common.ts';
import type { ProofDecision } from './proof.ts';

/** 签发前核对, in this order. Pages are counted where they are made, in the page. */
export const checkNameSchema = z.enum(['errors', 'doubts', 'figures', 'units', 'series', 'distribution', 'sources']);
export type CheckName = z.infer<typeof checkNameSchema>;

export const checkNames: Record<CheckName, string> = {
  errors: '校对错误',
  doubts: '校对疑问',
  figures: '数字核实',
  units: '单位、职务',
  series: '期次、连载',
  distribution: '发送范围',
  sources: '来稿单位、责任编辑',
};

/** One place to look at: a finding, a figure, or something missing. */
export interface CheckPoint {
  /** `null` where it is the issue's, not an item's. */
  itemId: ItemId | null;
  /** 第2条 区发改委“一建二抓…. */
  where: string;
  passage: string;
  message: string;
  /** Under what it is decided; `null` where there is nothing to decide, only to mend. */
  key: { kind: ProofDecision['kind']; rule: string; context: string } | null;
  decision: Pick<ProofDecision, 'seq' | 'reason' | 'at' | 'person'> | null;
}

export interface CheckRow {
  name: CheckName;
  /** done: nothing is open. confirmed: somebody looked and said so. */
  state: 'done' | 'open' | 'confirmed';
  summary: string;
  points: CheckPoint[];
  /** Whether it can be confirmed as a whole, by hand. */
  byHand: boolean;
  confirmed: { note: string; at: Timestamp; person: string } | null;
}

export interface Checklist {
  rows: CheckRow[];
  /** The office wants errors solved or waived before anything is signed. */
  blocks: boolean;
}

export const checklistMethods = {
  'checklist.get': query(staff, z.object({ id: issueId })).returns<Checklist>(),
  /** Confirms a row by hand, or takes that back; an edit of what was confirmed makes it void. */
  'checklist.confirm': command(
    proofreaders,
    z.object({ id: issueId, name: checkNameSchema, note: z.string().trim().max(200), confirmed: z.boolean() }),
  ).returns<void>(),
  /** Whether signing waits until errors are solved or waived. */
  'checklist.setBlocking': command(editors, z.object({ blocks: z.boolean() })).returns<void>(),
};
