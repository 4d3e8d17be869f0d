import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SessionPort } from '../../../electron/core/context.ts';
import { type Actor, type Core, type CorePorts, type CorePress, createCore } from '../../../electron/core/index.ts';
import { readFile } from '../../../electron/intake/index.ts';
import type { FileReader } from '../../../electron/intake/readInChild.ts';
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts';
import type { SessionView } from '../../../shared/contract/views.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { DepartmentId, IssueId, ItemId, PersonId, PublicationId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/people.ts';
import { splitWithTrace } from '../../../shared/text/split/index.ts';

export const silentLog = { info() {}, warn() {}, error() {} };

/** A press that sets no pages: for what the core does before and after them. The real one has tests of its own. */
export const noPress: CorePress = {
  preview: async () => ({
    width: 210,
    height: 297,
    pages: [],
    assets: { outlines: {}, pictures: {} },
    startsOn: {},
    latin: null,
    meter: { pages: 0, freeLines: 0, linesOnLastPage: 0, linesByEntry: {}, warnings: [] },
  }),
  readPicturesFrom() {},
  warm() {},
  plan: ({ bulletin }) => [
    {
      name: 'issue.txt',
      make: async () => ({
        bytes: new TextEncoder().encode(JSON.stringify(bulletin)),
        pages: { count: 1, check: { verdict: 'pass', findings: [] }, remarks: [] },
      }),
    },
  ],
  document: (bulletin, sheets, name) => [
    {
      name: `${name}.json`,
      make: async () => ({ bytes: new TextEncoder().encode(JSON.stringify({ bulletin, sheets })) }),
    },
  ],
  slips: async (slips) => new TextEncoder().encode(JSON.stringify(slips)),
  fonts: async () => [],
  fontRemarks: async () => ({ blocking: [], remarks: [] }),
  close: async () => {},
};

/** Reads in this process: for what the core does with a text. The processes have tests of their own. */
export const readHere: FileReader = {
  read: readFile,
  async readSplit(file, knowledge) {
    const { attachments: _, ...reading } = await readFile(file);
    return { ...reading, trace: splitWithTrace(reading.text, knowledge) };
  },
  close: async () => {},
};

export interface TestDesk {
  core: Core;
  folder: string;
  /** The first person. */
  readonly actor: Actor;
  /** Calls as the first person, who has all roles. */
  call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** Calls as somebody who has these roles only; `null` is nobody. */
  callAs<Name extends MethodName>(roles: readonly Role[] | null, name: Name, input: Input<Name>): Promise<Output<Name>>;
  publicationId: PublicationId;
  setTime(time: string): void;
  /** Closes and opens again on the same folder, as after a restart. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

const noCapabilities = { showInFolder: false, chooseFolder: false, print: false };

/** An office on a fresh data folder, set up: 上街信息, first number 19 of 2020, total 512. */
export async function openDesk(
  options: Pick<Partial<CorePorts>, 'press' | 'reader' | 'packetPage'> & { time?: string; folder?: string } = {},
): Promise<TestDesk> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'desk-'));
  let time = options.time ?? '2020-03-06T02:00:00.000Z';
  const open = () =>
    createCore({
      dataDir: path.join(folder, 'data'),
      exportFolder: path.join(folder, 'out'),
      press: options.press ?? noPress,
      reader: options.reader ?? readHere,
      log: silentLog,
      version: '0.0.0',
      clock: () => new Date(time),
      codeCost: { N: 2 ** 10, r: 8, p: 1 },
      ...(options.packetPage ? { packetPage: options.packetPage } : {}),
    });
  let core = open();
  let chosen: PersonId | null = null;
  const session: SessionPort = {
    get personId() {
      return chosen;
    },
    choose(id) {
      chosen = id;
    },
    capabilities: noCapabilities,
  };
  const begun = (await core.call(
    'office.begin',
    {
      office: '中共上街区委办公室',
      person: '郝婕',
      publication: '上街信息',
      startNumber: 19,
      startTotal: 512,
      year: 2020,
    },
    null,
    session,
  )) as SessionView;
  const first = begun.person;
  if (!first) throw new Error('the office has no first person');
  const actor = (roles: readonly Role[]): Actor => ({ personId: first.id, name: first.name, roles });
  const callAs: TestDesk['callAs'] = (roles, name, input) =>
    core.call(name, input, roles === null ? null : actor(roles), session) as ReturnType<typeof desk.call<typeof name>>;
  const desk: TestDesk = {
    get core() {
      return core;
    },
    folder,
    actor: actor(first.roles),
    callAs,
    call: (name, input) => callAs(first.roles, name, input),
    publicationId: '' as PublicationId,
    setTime(next) {
      time = next;
    },
    async reopen() {
      await core.close();
      core = open();
    },
    async close() {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const [publication] = await desk.call('publications.list', {});
  if (!publication) throw new Error('the office has no publication');
  desk.publicationId = publication.id;
  return desk;
}

export async function addUnit(desk: TestDesk, shortName: string, fullName = shortName): Promise<DepartmentId> {
  const saved = await desk.call('departments.save', {
    id: null,
    shortName,
    fullName,
    group: '区直',
    otherNames: [],
    active: true,
  });
  return saved.id;
}

/** A typed submission, shortlisted; answers its item. */
export async function addItem(desk: TestDesk, title: string, text = `${title}的正文。`): Promise<ItemId> {
  const { submissions } = await desk.call('submissions.type', {
    title,
    text,
    departmentId: null,
    receivedDate: '2020-03-05',
    fields: { author: null, signer: null, phone: null },
  });
  const [row] = submissions;
  if (!row) throw new Error('nothing was filed');
  await desk.call('submissions.shortlist', { ids: [row.id] });
  const { itemId } = await desk.call('submissions.get', { id: row.id });
  if (itemId === null) throw new Error('shortlisting made no item');
  return itemId;
}

/** An issue with one fresh item, ready to be signed. */
export async function addIssue(desk: TestDesk, date = '2020-03-06' as IsoDate): Promise<IssueId> {
  const issue = await desk.call('issues.create', {
    publicationId: desk.publicationId,
    date,
    theme: '',
    correctsId: null,
  });
  const itemId = await addItem(desk, `稿件${issue.id.slice(0, 6)}`);
  await desk.call('issues.setEntries', {
    id: issue.id,
    version: issue.version,
    entries: [{ itemId, kind: 'item', section: null }],
  });
  return issue.id;
}

export async function sign(desk: TestDesk, id: IssueId): Promise<number> {
  const { version, number } = await desk.call('issues.get', { id });
  const signed = await desk.call('issues.sign', { id, version, expectedNumber: number });
  return signed.number;
}
