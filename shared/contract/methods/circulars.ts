import { z } from 'zod';
import {
  type CircularContent,
  type CircularKind,
  type CircularWordings,
  circularContentSchema,
  circularKindSchema,
  circularWordingSchema,
} from '../../domain/circular/circular.ts';
import type { IsoDate, Timestamp } from '../../domain/dates.ts';
import { type CircularId, circularId, departmentId, type PublicationId } from '../../domain/ids.ts';
import { isoDate } from '../../domain/isoDate.ts';
import { command, query } from '../define.ts';
import type { ExportResult, Preview } from '../views.ts';
import { editors, staff } from './common.ts';
import { spanSchema } from './statistics.ts';

export interface CircularRow {
  id: CircularId;
  kind: CircularKind;
  title: string;
  from: IsoDate;
  to: IsoDate;
  madeAt: Timestamp;
  madeBy: string;
  /** Set once the units may see it; from then on it cannot be changed, only taken back. */
  publishedAt: Timestamp | null;
  publishedBy: string | null;
}

export interface CircularDetail extends CircularRow {
  publicationId: PublicationId | null;
  content: CircularContent;
  /** Changes with every edit; sent back so that nothing overwrites silently. */
  version: number;
}

const folder = z.string().max(500).nullable();
const view = {
  known: z.array(z.string().max(100)).max(500),
  only: z.array(z.int().min(1)).max(500).nullable(),
  viewer: z.string().max(40),
};

/** 通报 and 对账单. */
export const circularMethods = {
  /** The newest first. */
  'circulars.list': query(staff, z.object({})).returns<CircularRow[]>(),
  'circulars.get': query(staff, z.object({ id: circularId })).returns<CircularDetail>(),
  /** Words by the kind's template, figures as they stand now. */
  'circulars.create': command(
    editors,
    spanSchema.safeExtend({ kind: circularKindSchema, date: isoDate }),
  ).returns<CircularDetail>(),
  /** The editor's words and choices; figures and page stay as they are. Refused once published. */
  'circulars.save': command(
    editors,
    z.object({
      id: circularId,
      version: z.int(),
      content: circularContentSchema.omit({ figures: true, style: true }),
    }),
  ).returns<CircularDetail>(),
  /** Figures and words made anew from what stands now. */
  'circulars.refresh': command(editors, z.object({ id: circularId, version: z.int() })).returns<CircularDetail>(),
  'circulars.publish': command(editors, z.object({ id: circularId, version: z.int() })).returns<CircularDetail>(),
  'circulars.withdraw': command(editors, z.object({ id: circularId })).returns<CircularDetail>(),
  'circulars.delete': command(editors, z.object({ id: circularId })).returns<void>(),
  /** The office's own wording of each kind, else the one it began with. */
  'circulars.wordings': query(staff, z.object({})).returns<CircularWordings>(),
  /** `null` brings the first wording back. Circulars already made keep their words. */
  'circulars.saveWording': command(
    editors,
    z.object({ kind: circularKindSchema, wording: circularWordingSchema.nullable() }),
  ).returns<CircularWordings>(),
  'circulars.preview': query(staff, z.object({ id: circularId, ...view })).returns<Preview>(),
  /** PDF, DOCX and XLSX into a folder of its own below the office's. */
  'circulars.export': command(staff, z.object({ id: circularId, folder })).returns<ExportResult>(),
  /** The statement of one unit for some days: PDF, DOCX and XLSX. */
  'circulars.exportStatement': command(staff, spanSchema.safeExtend({ departmentId, folder })).returns<ExportResult>(),
};
