import { z } from 'zod';
import { urgentStages } from '../../domain/handIn.ts';
import { circularId, commissionId, draftId, handInId, publicationId } from '../../domain/ids.ts';
import { isoDate } from '../../domain/isoDate.ts';
import { ownCodeSchema } from '../../domain/portal.ts';
import { isMonth } from '../../domain/scoring/months.ts';
import type { Method } from '../define.ts';
import type {
  AttachedFile,
  DraftView,
  HandInCheck,
  HandInDetail,
  HandInReceipt,
  HandInRow,
  TopicGuide,
  UnitCircular,
  UnitCircularRow,
  UnitCommission,
  UnitStanding,
  UnitView,
} from './views.ts';

/**
 * The department page's table, apart from the workstation's: a name that is not here cannot be reached through its door,
 * whoever asks. Every method acts for the unit that signed in; none takes a unit.
 */
const method =
  <Kind extends 'query' | 'command'>(kind: Kind) =>
  <Input extends z.ZodType>(input: Input) => ({
    returns: <Output>(): Method<Input, Output, Kind, 'anyone'> => ({ kind, allowed: 'anyone', input }),
  });
const query = method('query');
const command = method('command');

const nothing = z.object({});
const month = z.string().refine(isMonth, '月份应为 2026-11 的样子');
const monthsSchema = z.object({ from: month, to: month }).refine(({ from, to }) => from <= to, '起止月份颠倒了');

/** As typed; what is missing is told by `handIns.check`, not refused here. */
export const handInFieldsSchema = z.object({
  title: z.string().max(200),
  text: z.string().max(200_000),
  publicationId: publicationId.nullable(),
  author: z.string().max(80),
  signer: z.string().max(80),
  phone: z.string().max(40),
  writtenOn: isoDate.nullable(),
  urgent: z.object({ stage: z.enum(urgentStages), chain: handInId.nullable() }).nullable(),
  answers: handInId.nullable(),
  commission: commissionId.nullable(),
});

export const portalMethods = {
  'unit.get': query(nothing).returns<UnitView>(),
  /** Ends every other session of the unit. */
  'unit.changeCode': command(z.object({ oldCode: z.string().max(64), newCode: ownCodeSchema })).returns<void>(),
  /** Whole months, first and last. */
  'unit.standing': query(monthsSchema).returns<UnitStanding>(),

  /** 通报 that were published, the newest first. */
  'circulars.list': query(nothing).returns<UnitCircularRow[]>(),
  'circulars.get': query(z.object({ id: circularId })).returns<UnitCircular>(),

  'drafts.list': query(nothing).returns<DraftView[]>(),
  /** Autosave; `id` is made by the page, so that a save repeated on a bad line makes no second draft. */
  'drafts.save': command(z.object({ id: draftId, fields: handInFieldsSchema })).returns<DraftView>(),
  'drafts.discard': command(z.object({ id: draftId })).returns<void>(),
  /** Files come by `POST /files/drafts/<id>?name=…`. */
  'drafts.removeFile': command(z.object({ id: draftId, hash: z.string().length(64) })).returns<AttachedFile[]>(),

  'handIns.check': query(z.object({ id: draftId })).returns<HandInCheck>(),
  /** Sends a draft. The draft's id is the key: sent twice, it is received once and the same receipt comes back. */
  'handIns.send': command(z.object({ id: draftId, fields: handInFieldsSchema })).returns<HandInReceipt>(),
  'handIns.list': query(z.object({ offset: z.int().min(0), limit: z.int().min(1).max(200) })).returns<{
    rows: HandInRow[];
    total: number;
  }>(),
  'handIns.get': query(z.object({ id: handInId })).returns<HandInDetail>(),
  /** While no editor has opened it. */
  'handIns.withdraw': command(z.object({ id: handInId })).returns<void>(),

  'commissions.list': query(nothing).returns<UnitCommission[]>(),
  'commissions.acknowledge': command(z.object({ id: commissionId })).returns<void>(),
  'topics.list': query(nothing).returns<TopicGuide[]>(),
};

export type PortalMethods = typeof portalMethods;
export type PortalMethodName = keyof PortalMethods;
export type PortalOutput<Name extends PortalMethodName> =
  PortalMethods[Name] extends Method<z.ZodType, infer Result> ? Result : never;
export type PortalInput<Name extends PortalMethodName> = z.input<PortalMethods[Name]['input']>;
export type ParsedPortalInput<Name extends PortalMethodName> = z.output<PortalMethods[Name]['input']>;
export type PortalMethodsOf<Feature extends string> = Extract<PortalMethodName, `${Feature}.${string}`>;

export const isPortalMethodName = (name: string): name is PortalMethodName => Object.hasOwn(portalMethods, name);
