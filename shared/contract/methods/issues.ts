import { z } from 'zod';
import { blockSchema, entryKindSchema } from '../../domain/bulletin.ts';
import { distributionSchema } from '../../domain/distribution.ts';
import { exportWishSchema, usualExport } from '../../domain/exportWish.ts';
import { issueId, itemId, publicationId } from '../../domain/ids.ts';
import { isoDate } from '../../domain/isoDate.ts';
import { pageAdjustSchema } from '../../domain/pageAdjust.ts';
import { command, query } from '../define.ts';
import type { DeliveryRow, ExportResult, FontRemarks, IssueDetail, IssueRow, Preview } from '../views.ts';
import { editors, printers, reviewers, signers, staff } from './common.ts';

const edit = { id: issueId, version: z.int() };
const entries = z
  .array(z.object({ itemId, kind: entryKindSchema, section: z.string().trim().min(1).max(30).nullable() }))
  .max(500);

/** 编期, 送审, 签发, 发送, 往期. Commands that edit answer the issue as it then stands. */
export const issueMethods = {
  'issues.list': query(
    staff,
    z.object({
      frozen: z.boolean(),
      publicationId: publicationId.nullable(),
      year: z.int().nullable().default(null),
      /** In 期号, theme, titles. */
      search: z.string().max(100),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
  ).returns<{ rows: IssueRow[]; total: number }>(),
  /** Years in which issues were signed or filed, the newest first. */
  'issues.years': query(staff, z.object({})).returns<number[]>(),
  'issues.get': query(staff, z.object({ id: issueId })).returns<IssueDetail>(),
  /** What a new issue of a publication would begin with: theme counted on （三）→（四）, date of today. */
  'issues.suggest': query(staff, z.object({ publicationId })).returns<{ theme: string; number: number }>(),
  'issues.create': command(
    editors,
    z.object({
      publicationId,
      date: isoDate,
      theme: z.string().max(300),
      /** A signed issue that this one corrects (更正). */
      correctsId: issueId.nullable(),
    }),
  ).returns<IssueDetail>(),
  'issues.update': command(
    editors,
    z.object({
      ...edit,
      date: isoDate.optional(),
      theme: z.string().max(300).optional(),
      editors: z.array(z.string().trim().min(1).max(40)).max(10).optional(),
      reviewer: z.string().trim().max(40).nullable().optional(),
      signer: z.string().trim().max(40).nullable().optional(),
      distribution: distributionSchema.optional(),
      pageAdjust: pageAdjustSchema.optional(),
    }),
  ).returns<IssueDetail>(),
  /** Order, kinds and sections of all entries at once: adding, removing, moving are one edit. */
  'issues.setEntries': command(editors, z.object({ ...edit, entries })).returns<IssueDetail>(),
  /** Only before signing; no number is used up. */
  'issues.delete': command(editors, z.object({ id: issueId })).returns<void>(),
  'issues.sendForReview': command(editors, z.object(edit)).returns<IssueDetail>(),
  /** Back to 编排, by the reviewer with a note or by the editor who takes it back. */
  'issues.sendBack': command(
    [...editors, ...reviewers],
    z.object({ id: issueId, note: z.string().trim().max(2000) }),
  ).returns<IssueDetail>(),
  /** Takes the number, freezes the content. `expected`: the number shown when signing; refused if it changed. */
  'issues.sign': command(signers, z.object({ ...edit, expectedNumber: z.int() })).returns<IssueDetail>(),
  'issues.release': command(printers, z.object({ id: issueId })).returns<IssueDetail>(),
  /** 作废: a signed issue that must not go out; it keeps its number. */
  'issues.void': command(
    signers,
    z.object({ id: issueId, reason: z.string().trim().min(1).max(500) }),
  ).returns<IssueDetail>(),

  /** The pages as they will be printed: those of `only` that are not `known` by their hash come with their drawing. */
  'issues.preview': query(
    staff,
    z.object({
      id: issueId,
      known: z.array(z.string().max(100)).max(500),
      /** Pages in view, from 1; `null` draws all. */
      only: z.array(z.int().min(1)).max(500).nullable(),
      /** Who looks, by a name made up for each view: of several requests of one that wait, only the newest is answered. */
      viewer: z.string().max(40),
      /** What is on the screen and not saved yet. */
      draft: z.object({
        /** Text being typed. */
        item: z.object({ itemId, title: z.string().max(200), blocks: z.array(blockSchema).max(2000) }).nullable(),
        /** The board as it stands. */
        entries: entries.nullable(),
        pageAdjust: pageAdjustSchema.nullable(),
      }),
    }),
  ).returns<Preview>(),
  /** What the fonts lack for this issue, before it is exported. */
  'issues.fontRemarks': query(staff, z.object({ id: issueId })).returns<FontRemarks>(),
  /**
   * Writes what is wished and a report on it into one folder; `folder` null takes the office's. `beside`: into a new
   * folder beside the usual one. Progress by `job`.
   */
  'issues.export': command(
    staff,
    z.object({
      id: issueId,
      folder: z.string().max(500).nullable(),
      job: z.string().min(1).max(64),
      wish: exportWishSchema.default(usualExport),
      beside: z.boolean().default(false),
    }),
  ).returns<ExportResult>(),
  /** Ends an export of this job before its next file; one that has ended already is left alone. */
  'issues.stopExport': command(staff, z.object({ job: z.string().min(1).max(64) })).returns<void>(),

  'deliveries.list': query(staff, z.object({ id: issueId })).returns<DeliveryRow[]>(),
  'deliveries.mark': command(
    printers,
    z.object({ id: issueId, indices: z.array(z.int().min(0)).min(1).max(5000), delivered: z.boolean() }),
  ).returns<DeliveryRow[]>(),
};
