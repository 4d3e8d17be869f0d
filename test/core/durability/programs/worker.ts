import { writeSync } from 'node:fs';
import { createCore } from '../../../../electron/core/index.ts';
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts';
import { toIsoDate } from '../../../../shared/domain/dates.ts';
import { noPress, silentLog } from '../../support/desk.ts';

/**
 * Works an office as fast as it can until it is killed, and says on its standard output what it has been told is done:
 * one JSON line per acknowledged act. Started by kill.test.ts with the data folder as its argument.
 */
const [dataDir = ''] = process.argv.slice(2);
const core = createCore({ dataDir, exportFolder: `${dataDir}-out`, press: noPress, log: silentLog, version: '0' });
const session = {
  personId: null,
  choose() {},
  capabilities: { showInFolder: false, chooseFolder: false, print: false },
};
const people = core.actorFor((process.argv[3] ?? '') as never);
if (!people) throw new Error('nobody works here');
const actor = people;
const call = <Name extends MethodName>(name: Name, input: Input<Name>) =>
  core.call(name, input, actor, session) as Promise<Output<Name>>;
/** Written at once and not through a buffer: what is on the pipe was acknowledged before. */
const acknowledge = (done: object) => writeSync(1, `${JSON.stringify(done)}\n`);

const [publication] = await call('publications.list', {});
if (!publication) throw new Error('no publication');

for (let n = 0; ; n++) {
  const title = `稿件${process.pid}-${n}`;
  const { submissions } = await call('submissions.type', {
    title,
    text: '正文。',
    departmentId: null,
    receivedDate: toIsoDate(new Date()),
    fields: { author: null, signer: null, phone: null },
  });
  const [row] = submissions;
  if (!row) throw new Error('nothing filed');
  acknowledge({ submission: row.id, title });

  const upload = await core.intakeFile(
    { name: `${title}.txt`, bytes: new TextEncoder().encode(`${title}完成麦收。`) },
    actor,
  );
  acknowledge({ upload: upload.intakeId });

  await call('submissions.shortlist', { ids: [row.id] });
  const { itemId } = await call('submissions.get', { id: row.id });
  if (itemId === null) throw new Error('no item');
  const text = `改过的正文${n}。`;
  const blocks = [{ kind: 'text' as const, text }];
  await call('items.save', { id: itemId, version: 1, title, blocks, kind: 'item', sourceOverride: null });
  acknowledge({ item: itemId, text });

  const issue = await call('issues.create', {
    publicationId: publication.id,
    date: '2020-03-06',
    theme: '',
    correctsId: null,
  });
  const entries = [{ itemId, kind: 'item' as const, section: null }];
  const arranged = await call('issues.setEntries', { id: issue.id, version: issue.version, entries });
  const signed = await call('issues.sign', {
    id: issue.id,
    version: arranged.version,
    expectedNumber: arranged.number,
  });
  acknowledge({ issue: issue.id, number: signed.number });
}
