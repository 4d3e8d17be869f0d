import type { CircularPart } from '../../domain/circular/parts.ts';
import type { IsoDate, Timestamp } from '../../domain/dates.ts';
import type { HandInState, UrgentStage } from '../../domain/handIn.ts';
import type { CircularId, CommissionId, DraftId, HandInId, PublicationId, TopicId } from '../../domain/ids.ts';
import type { LineKind } from '../../domain/scoring/ledger.ts';
import type { Points } from '../../domain/scoring/points.ts';

/** What the department page is told: never anything of another unit. */

export interface UnitView {
  /** 中共上街区委办公室 */
  office: string;
  /** Short name of the unit that signed in. */
  unit: string;
  /** The slip's code is still in use: nothing else can be done before it is changed. */
  mustChangeCode: boolean;
  publications: { id: PublicationId; name: string }[];
  /** Minutes within which the first report of an urgent matter is due. */
  urgentMinutes: number;
  /** Ordinary hand-ins left today; `null` where there is no limit. */
  leftToday: number | null;
  /** Commissions not acknowledged, hand-ins returned and not answered: numbers on the tabs. */
  waiting: { commissions: number; returned: number };
}

export interface AttachedFile {
  /** SHA-256 of the bytes. */
  hash: string;
  name: string;
  size: number;
}

/** What a unit fills in; kept as typed. */
export interface HandInFields {
  title: string;
  text: string;
  publicationId: PublicationId | null;
  /** 撰稿人 */
  author: string;
  /** 审核或签发人 */
  signer: string;
  phone: string;
  writtenOn: IsoDate | null;
  /** `null` is an ordinary item. */
  urgent: { stage: UrgentStage; chain: HandInId | null } | null;
  /** The returned hand-in this one answers. */
  answers: HandInId | null;
  commission: CommissionId | null;
}

export interface DraftView extends HandInFields {
  id: DraftId;
  files: AttachedFile[];
  updatedAt: Timestamp;
}

export interface HandInReceipt {
  id: HandInId;
  /** 〔2026〕第12号 */
  number: string;
  at: Timestamp;
}

/** One piece the office made of a hand-in: a file may hold several. */
export interface HandInPiece {
  title: string;
  state: HandInState;
  /** Questions of a return, reason of a rejection; empty otherwise. */
  reason: string;
  dueDate: IsoDate | null;
  /** 《上街信息》第19期, once signed. */
  issue: string | null;
  /** 点评 */
  feedback: string;
}

export interface HandInRow extends HandInReceipt {
  title: string;
  state: HandInState;
  urgent: UrgentStage | null;
  issue: string | null;
}

export interface HandInDetail extends HandInRow {
  fields: HandInFields;
  files: AttachedFile[];
  pieces: HandInPiece[];
  /** The whole correspondence, oldest first: what it answers, and what answered it; urgent reports of one matter. */
  thread: HandInRow[];
  mayWithdraw: boolean;
}

/** What is told before sending. Nothing here stops a unit from sending. */
export interface HandInCheck {
  /** Sentences about the form: no signer, no phone. */
  missing: string[];
  findings: { place: string; message: string; severity: 'error' | 'warning' | 'query' }[];
  /** An own hand-in that tells the same. */
  similar: { number: string; title: string; at: Timestamp }[];
}

export interface UnitCommission {
  id: CommissionId;
  topic: string;
  text: string;
  publication: string | null;
  deadline: Timestamp;
  publishedAt: Timestamp;
  readAt: Timestamp | null;
  answeredAt: Timestamp | null;
  closed: boolean;
}

/** 报送要点 of a month. */
export interface TopicGuide {
  id: TopicId;
  /** `2026-11` */
  month: string;
  text: string;
  publishedAt: Timestamp;
}

/** What a unit did in some months, what it is worth, and where that puts it among its like. */
export interface UnitStanding {
  from: IsoDate;
  to: IsoDate;
  submitted: number;
  /** Printed items it is credited with. */
  adopted: number;
  points: Points;
  /** Its own place by points within its group; `null` where no rules are in force. */
  place: { rank: number; of: number; group: string } | null;
  /** What the points are made of, the newest first. */
  lines: StandingLine[];
}

export interface StandingLine {
  date: IsoDate;
  kind: LineKind;
  /** 项目开复工 市级《郑州信息》 */
  what: string;
  issue: string | null;
  clause: { number: number; text: string } | null;
  /** How the figure came about, where it is not the clause's own. */
  working: string;
  points: Points;
}

/** A published 通报. */
export interface UnitCircularRow {
  id: CircularId;
  title: string;
  publishedAt: Timestamp;
}

/** Its words and ranking as published; of what it lists besides, only what is the unit's own. */
export interface UnitCircular extends UnitCircularRow {
  office: string;
  date: IsoDate;
  /** Paragraphs, one a line. */
  opening: string;
  closing: string;
  groups: {
    group: string;
    units: { unit: string; own: boolean; rank: number; submitted: number; adopted: number; points: Points }[];
  }[];
  own: { part: CircularPart; lines: { text: string; points: Points }[] }[];
}
