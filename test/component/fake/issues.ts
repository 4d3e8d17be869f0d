import { DeskError } from '../../../renderer/data/errors.ts';
import type { IssueDetail, ItemDetail, ItemRow } from '../../../shared/contract/views.ts';
import { entryKinds } from '../../../shared/domain/bulletin.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import {
  type Distribution,
  emptyDistribution,
  type Recipient,
  type RecipientGroup,
  resolveDistribution,
} from '../../../shared/domain/distribution.ts';
import { defaultHouseStyle } from '../../../shared/domain/houseStyle.ts';
import { groupId, issueId, publicationId, recipientId } from '../../../shared/domain/ids.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import { type FakeClient, fakeClient } from './client.ts';
import { type FakeOffice, fakeOffice } from './office.ts';

/** The small office with its pool filled and one issue open: enough core for the board. */
export interface IssueOffice extends FakeOffice {
  client: FakeClient;
  issue: IssueDetail;
  publication: Publication;
  recipients: Recipient[];
  groups: RecipientGroup[];
}

const publicationOf = (): Publication => ({
  id: publicationId.parse('pub1'),
  name: '上街信息',
  office: '中共上街区委办公室',
  sections: [],
  editors: ['郝婕', '李德昭'],
  imprintParts: ['editors'],
  distribution: emptyDistribution,
  style: defaultHouseStyle,
});

export async function issueOffice(): Promise<IssueOffice> {
  const office = fakeOffice();
  const client = fakeClient(office.answers);
  await client.call('submissions.shortlist', { ids: office.submissions.slice(0, 9).map(({ id }) => id) });
  client.calls.length = 0;
  const publication = publicationOf();
  const recipients: Recipient[] = ['区委书记', '区长', '峡窝镇'].map((name, n) => ({
    id: recipientId.parse(`r${n + 1}`),
    name,
    note: '',
    active: true,
  }));
  const [secretary, mayor] = recipients;
  const groups: RecipientGroup[] =
    secretary && mayor ? [{ id: groupId.parse('g1'), name: '区县处级领导', members: [secretary.id, mayor.id] }] : [];
  const issue = openIssue(publication);
  const made: IssueOffice = { ...office, client, issue, publication, recipients, groups };
  answerIssues(made);
  return made;
}

const openIssue = (publication: Publication): IssueDetail => ({
  id: issueId.parse('iss1'),
  publicationId: publication.id,
  publication: publication.name,
  state: 'assembling',
  number: 19,
  total: 19,
  tentative: true,
  label: '第19期（暂定）',
  date: '2020-03-06' as IsoDate,
  theme: '夺取“双胜利”（三）',
  entryCount: 0,
  voided: false,
  signedAt: null,
  signedBy: null,
  entries: [],
  editors: [...publication.editors],
  reviewer: null,
  signer: null,
  distribution: emptyDistribution,
  resolved: resolveDistribution(emptyDistribution, [], []),
  filedFrom: null,
  corrects: null,
  pageAdjust: {},
  reviewNote: '',
  version: 1,
  order: { sections: [], kinds: entryKinds },
  log: [],
});

function answerIssues({ client, issue, publication, items, recipients, groups }: IssueOffice): void {
  const edited = (version: number, change: () => void): IssueDetail => {
    if (version !== issue.version)
      throw new DeskError({ code: 'state-changed', params: { what: issue.label, state: '另行修改过' } });
    change();
    issue.version += 1;
    return issue;
  };
  const itemOf = (id: string): ItemDetail => {
    const item = items.find((one) => one.id === id);
    if (!item) throw new DeskError({ code: 'not-found', params: { what: '这篇稿件' } });
    return item;
  };
  const inIssue = (id: string) => issue.entries.some(({ item }) => item.id === id);
  const distribute = (distribution: Distribution) => {
    issue.distribution = distribution;
    issue.resolved = resolveDistribution(distribution, recipients, groups);
  };
  client.answer('items.list', ({ search }) => {
    const rows: ItemRow[] = items.filter(({ id, title }) => !inIssue(id) && title.includes(search));
    return { rows, total: rows.length };
  });
  client.answer('publications.list', () => [publication]);
  client.answer('publications.save', (saved) => ({ ...saved, id: publication.id }));
  client.answer('publications.numbering', () => ({ number: 19, total: 19, canSet: true }));
  client.answer('recipients.list', () => ({ recipients, groups }));
  client.answer('issues.list', ({ frozen }) => (frozen ? { rows: [], total: 0 } : { rows: [issue], total: 1 }));
  client.answer('issues.get', () => issue);
  client.answer('checklist.get', () => ({ rows: [], blocks: true }));
  client.answer('issues.suggest', () => ({ theme: '夺取“双胜利”（四）', number: 20 }));
  client.answer('issues.create', ({ date, theme }) => Object.assign(issue, { date, theme }));
  client.answer('issues.setEntries', ({ version, entries }) =>
    edited(version, () => {
      issue.entries = entries.map(({ itemId, kind, section }) => {
        const item = itemOf(itemId);
        return { item, kind, section, blocks: item.blocks };
      });
      issue.entryCount = entries.length;
    }),
  );
  client.answer('issues.update', ({ version, id: _, distribution, ...fields }) =>
    edited(version, () => {
      Object.assign(issue, fields);
      if (distribution) distribute(distribution);
      issue.version = version;
    }),
  );
  client.answer('issues.sendForReview', ({ version }) =>
    edited(version, () => void Object.assign(issue, { state: 'inReview' })),
  );
  client.answer('issues.sendBack', ({ note }) =>
    edited(issue.version, () => void Object.assign(issue, { state: 'assembling', reviewNote: note })),
  );
  client.answer('issues.sign', ({ version, expectedNumber }) =>
    edited(version, () => {
      if (expectedNumber !== issue.number)
        throw new DeskError({ code: 'state-changed', params: { what: `第${expectedNumber}期`, state: '被占用' } });
      Object.assign(issue, { state: 'signed', tentative: false, label: '第19期' });
    }),
  );
  const preview = () => ({
    width: 210,
    height: 297,
    pages: [{ n: 1, hash: `h${issue.version}`, drawn: { marks: [], lines: issue.entries.map(lineOf) } }],
    assets: { outlines: {}, pictures: {} },
    startsOn: Object.fromEntries(issue.entries.map(({ item }) => [item.id, 1])),
    latin: null,
    meter: {
      pages: 1,
      freeLines: 7,
      linesOnLastPage: 15,
      linesByEntry: Object.fromEntries(issue.entries.map(({ item }) => [item.id, 12])),
      warnings: [],
    },
  });
  client.answer('issues.preview', preview);
  client.answer('publications.preview', preview);
  client.answer('issues.fontRemarks', () => ({ blocking: [], remarks: [] }));
  client.answer('deliveries.list', () => []);
}

/** The first line of an entry, two centimetres apart. */
const lineOf = ({ item, blocks }: IssueDetail['entries'][number], n: number) => {
  const [first] = blocks;
  const to = first && 'text' in first ? first.text.length : 0;
  return { page: 1, entryId: item.id, block: 0, from: 0, to, x: 28, y: 40 + n * 20, width: 156, height: 10 };
};
