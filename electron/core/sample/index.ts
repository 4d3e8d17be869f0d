import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts';
import type { SubmissionRow } from '../../../shared/contract/views.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { DistributionLine } from '../../../shared/domain/distribution.ts';
import { type IssueId, type PersonId, submissionId } from '../../../shared/domain/ids.ts';
import { roleSchema } from '../../../shared/domain/people.ts';
import { splitText } from '../../../shared/text/split/index.ts';
import type { SessionPort } from '../context.ts';
import { databaseFile } from '../files/folder.ts';
import { type Actor, type Core, type CorePorts, createCore } from '../index.ts';

/**
 * Makes a sample office in an empty data folder: the units and readers of a district, one back issue (第19期 of
 * 6 March 2020) and a pile of submissions, by the same calls an editor makes. A folder that holds data is left alone.
 */
export async function makeSampleOffice(ports: Omit<CorePorts, 'clock'>): Promise<void> {
  if (existsSync(databaseFile(ports.dataDir))) return;
  let time = '2020-03-06T02:00:00.000Z';
  const core = createCore({ ...ports, clock: () => new Date(time) });
  try {
    const desk = await beginOffice(core);
    await addRegisters(desk);
    await addBackIssue(desk);
    time = '2020-10-19T01:30:00.000Z';
    await core.intakeFile({ name: '10月来稿汇总.txt', bytes: readSample('submissions-1.txt') }, desk.actor);
    await core.intakeFile({ name: '上街报要闻.txt', bytes: readSample('submissions-2.txt') }, desk.actor);
  } finally {
    await core.close();
  }
}

const officeSchema = z.object({
  office: z.string(),
  publication: z.string(),
  editors: z.array(z.string()).min(1),
  departments: z.array(
    z.object({
      shortName: z.string(),
      fullName: z.string(),
      group: z.string(),
      otherNames: z.array(
        z.object({
          name: z.string(),
          kind: z.enum(['former', 'alias']),
          validFrom: z.string().nullable(),
          validTo: z.string().nullable(),
        }),
      ),
    }),
  ),
  recipients: z.array(z.string()),
  groups: z.array(z.object({ name: z.string(), members: z.array(z.string()) })),
  distribution: z.array(
    z.object({
      line: z.enum(['report', 'to', 'send']),
      label: z.string(),
      recipients: z.array(z.string()),
      groups: z.array(z.string()),
      copies: z.int(),
    }),
  ),
  spare: z.int(),
});

const readSample = (name: string) => readFileSync(path.join(import.meta.dirname, name));
const sample = () => officeSchema.parse(JSON.parse(readSample('office.json').toString('utf8')));

interface SampleDesk {
  actor: Actor;
  call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
}

async function beginOffice(core: Core): Promise<SampleDesk> {
  const { office, publication, editors } = sample();
  let personId: PersonId | null = null;
  const session: SessionPort = {
    get personId() {
      return personId;
    },
    choose(id) {
      personId = id;
    },
    capabilities: { showInFolder: false, chooseFolder: false, print: false },
  };
  const [first = '', ...others] = editors;
  const begin = { office, publication, person: first, startNumber: 19, startTotal: 1, year: 2020 };
  await core.call('office.begin', begin, null, session);
  const actor = personId === null ? null : core.actorFor(personId);
  if (!actor) throw new Error('the sample office has no first person');
  const call: SampleDesk['call'] = (name, input) =>
    core.call(name, input, actor, session) as Promise<Output<typeof name>>;
  for (const name of others) await call('people.save', { id: null, name, roles: roleSchema.options, active: true });
  return { actor, call };
}

async function addRegisters({ call }: SampleDesk): Promise<void> {
  const { departments, recipients, groups, distribution, spare, editors } = sample();
  for (const department of departments) {
    const otherNames = department.otherNames.map((other) => ({
      ...other,
      validFrom: other.validFrom as IsoDate | null,
      validTo: other.validTo as IsoDate | null,
    }));
    await call('departments.save', { ...department, otherNames, id: null, active: true });
  }
  const recipientIds = new Map<string, DistributionLine['targets'][number]['id']>();
  const idOf = (name: string) => {
    const id = recipientIds.get(name);
    if (!id) throw new Error(`the sample office has no recipient ${name}`);
    return id;
  };
  for (const name of recipients)
    recipientIds.set(name, (await call('recipients.save', { id: null, name, note: '', active: true })).id);
  for (const { name, members } of groups)
    recipientIds.set(name, (await call('recipients.saveGroup', { id: null, name, members: members.map(idOf) })).id);
  const lines = distribution.map(({ line, label, recipients: direct, groups: named, copies }) => ({
    line,
    label,
    wording: null,
    targets: [
      ...direct.map((name) => ({ kind: 'recipient' as const, id: idOf(name), copies })),
      ...named.map((name) => ({ kind: 'group' as const, id: idOf(name), copies })),
    ],
  }));
  const [publication] = await call('publications.list', {});
  if (publication) await call('publications.save', { ...publication, editors, distribution: { lines, spare } });
}

/** What was printed stands as it was printed, slips and all. */
async function waiveErrors(call: SampleDesk['call'], id: IssueId): Promise<void> {
  const { rows } = await call('checklist.get', { id });
  for (const { itemId, passage, message, key } of rows.find(({ name }) => name === 'errors')?.points ?? [])
    if (itemId && key) await call('proof.decide', { itemId, passage, message, reason: '原刊如此', ...key });
}

/** 第19期 as it was printed, from paste to release. */
async function addBackIssue({ call }: SampleDesk): Promise<void> {
  const text = readSample('issue-19.txt').toString('utf8');
  const split = splitText(text);
  const theme = 'issues' in split ? null : split.issue.theme;
  const [publication] = await call('publications.list', {});
  if (!publication) throw new Error('the sample office has no publication');
  const { submissions } = await call('submissions.paste', { text });
  const ids = submissions.map((row: SubmissionRow) => submissionId.parse(row.id));
  await call('submissions.shortlist', { ids });
  const created = await call('issues.create', {
    publicationId: publication.id,
    date: '2020-03-06' as IsoDate,
    theme: theme ?? '',
    correctsId: null,
  });
  const { rows } = await call('items.list', { where: 'pool', search: '', offset: 0, limit: 500 });
  const entries = rows.map((item) => ({ itemId: item.id, kind: item.kind, section: null }));
  const arranged = await call('issues.setEntries', { id: created.id, version: created.version, entries });
  await waiveErrors(call, created.id);
  await call('issues.sign', { id: created.id, version: arranged.version, expectedNumber: arranged.number });
  await call('issues.release', { id: created.id });
}
