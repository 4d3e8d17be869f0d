import { DeskError } from '../../../renderer/data/errors.ts';
import type {
  IntakeResult,
  ItemDetail,
  ItemRow,
  Revision,
  SessionView,
  SubmissionDetail,
} from '../../../shared/contract/views.ts';
import type { Block } from '../../../shared/domain/bulletin.ts';
import type { IsoDate, Timestamp } from '../../../shared/domain/dates.ts';
import type { Department } from '../../../shared/domain/department.ts';
import { emptyDistribution } from '../../../shared/domain/distribution.ts';
import { usualExport } from '../../../shared/domain/exportWish.ts';
import { defaultHouseStyle } from '../../../shared/domain/houseStyle.ts';
import {
  departmentId,
  intakeId,
  itemId,
  personId,
  publicationId,
  type SubmissionId,
  submissionId,
} from '../../../shared/domain/ids.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import type { SubmissionState } from '../../../shared/domain/submission.ts';
import { charCount } from '../../../shared/text/normalise.ts';
import { splitWithTrace } from '../../../shared/text/split/index.ts';
import text000 from '../../fixtures/corpus/000.truth.json' with { type: 'json' };
import text001 from '../../fixtures/corpus/001.truth.json' with { type: 'json' };
import type { Answers } from './client.ts';
import { type EditingOffice, editingAnswers } from './editing.ts';

/** A small office in memory, filled with the entries of two real issues: enough core for the screens to work on. */
export interface FakeOffice {
  answers: Answers;
  submissions: SubmissionDetail[];
  items: ItemDetail[];
  session: SessionView;
  editing: EditingOffice;
}

const at = (day: number, hour: number) => new Date(2020, 2, day, hour, 12).toISOString() as Timestamp;

export function fakeOffice(): FakeOffice {
  const departments = departmentsOf();
  const submissions = submissionsOf(departments);
  const items: ItemDetail[] = [];
  const revisions = new Map<string, Revision[]>();
  const session: SessionView = {
    office: { name: '中共上街区委办公室', exportFolder: '', exportWish: usualExport },
    person: { id: personId.parse('p1'), name: '郝婕', roles: ['editor', 'reviewer', 'signer'], active: true },
    people: [
      { id: personId.parse('p1'), name: '郝婕', roles: ['editor', 'reviewer', 'signer'], active: true },
      { id: personId.parse('p2'), name: '李德昭', roles: ['editor'], active: true },
    ],
    capabilities: { showInFolder: false, chooseFolder: false, print: false },
    version: '0.1.0',
  };

  const editing = editingAnswers(items, revisions, session);

  const find = (id: string) => {
    const found = submissions.find((one) => one.id === id);
    if (!found) throw new DeskError({ code: 'not-found', params: { what: '这条来稿' } });
    return found;
  };
  const findItem = (id: string) => {
    const found = items.find((one) => one.id === id);
    if (!found) throw new DeskError({ code: 'not-found', params: { what: '这篇稿件' } });
    return found;
  };
  const decide = (ids: readonly SubmissionId[], to: SubmissionState, reason = '', dueDate: IsoDate | null = null) => {
    for (const one of ids.map(find)) {
      one.decisions.unshift({ at: at(6, 10), person: '郝婕', from: one.state, to, reason, dueDate, undo: false });
      one.state = to;
    }
  };
  const makeItem = (from: readonly SubmissionDetail[]): ItemDetail => {
    const [first] = from;
    if (!first) throw new Error('an item needs a submission');
    const item = itemFrom(first, from, items.length + 1);
    for (const one of from) one.itemId = item.id;
    items.push(item);
    revisions.set(item.id, [
      {
        seq: 1,
        at: at(6, 9),
        endedAt: at(6, 9),
        person: '郝婕',
        origin: 'submission',
        note: '',
        charCount: item.charCount,
        title: item.title,
        blocks: item.blocks,
      },
    ]);
    return item;
  };

  const answers: Answers = {
    'session.get': () => session,
    'session.choose': ({ personId: id }) => {
      session.person = session.people.find((one) => one.id === id) ?? null;
      return session;
    },
    'office.counts': () => ({
      submissions: countStates(submissions),
      items: items.length,
      issuesOpen: 0,
      issuesSigned: 0,
    }),
    'duplicates.find': () => ({ text: '', rows: [] }),
    'duplicates.ofIntake': () => [],
    'departments.list': () => departments,
    'submissions.list': ({ state, search, departmentId: unit }) => {
      const rows = submissions.filter(
        (one) =>
          (state === null || one.state === state) &&
          (unit === null || one.departmentId === unit) &&
          `${one.department}${one.title}${one.paragraphs.join('')}`.includes(search),
      );
      return { rows, total: rows.length };
    },
    'submissions.get': ({ id }) => find(id),
    'submissions.shortlist': ({ ids }) => {
      decide(ids, 'shortlisted');
      for (const one of ids.map(find)) if (!one.itemId) makeItem([one]);
    },
    'submissions.hold': ({ ids }) => decide(ids, 'held'),
    'submissions.return': ({ ids, reason, dueDate }) => decide(ids, 'returned', reason, dueDate),
    'submissions.reject': ({ ids, reason }) => decide(ids, 'rejected', reason),
    'submissions.undo': ({ ids }) => {
      for (const one of ids.map(find)) {
        const last = one.decisions.find((step) => !step.undo);
        if (!last) throw new DeskError({ code: 'nothing-to-undo', params: {} });
        one.decisions.unshift({ ...last, from: one.state, to: last.from, undo: true });
        one.state = last.from;
      }
    },
    'submissions.merge': ({ ids }) => {
      decide(ids, 'merged');
      return { itemId: makeItem(ids.map(find)).id };
    },
    'submissions.setDepartment': ({ ids, departmentId: unit }) => {
      for (const one of ids.map(find)) {
        one.departmentId = unit;
        one.department = departments.find(({ id }) => id === unit)?.shortName ?? null;
        one.candidates = [];
      }
    },
    'submissions.readPasted': ({ html }) => ({
      text: html.replace(/<[^>]*>/g, ''),
      warnings: ['网页中有表格，已按行读入。'],
    }),
    'submissions.paste': ({ text }) => takeIn(submissions, text.split('\n')[0] ?? '', text, null),
    'submissions.type': ({ title, text, departmentId: unit }) =>
      takeIn(submissions, title, text, departments.find(({ id }) => id === unit) ?? null),
    'submissions.undoIntake': ({ id }) => {
      const kept = submissions.filter((one) => one.intakeId !== id);
      submissions.splice(0, submissions.length, ...kept);
    },
    'submissions.split': ({ intakeId: id }) => {
      const parts = submissions.filter((one) => one.intakeId === id);
      const text = parts[0]?.originalText ?? '';
      const { pieces, items: found, confidence } = splitWithTrace(text);
      const open = parts.every(({ state }) => state === 'new');
      return {
        intakeId: id,
        fileName: parts[0]?.fileName ?? null,
        text,
        split: { pieces, items: found, confidence },
        open,
      };
    },
    'submissions.resplit': ({ intakeId: id }) => ({
      intakeId: id,
      fileName: null,
      submissions: submissions.filter((one) => one.intakeId === id),
      alreadyReceivedAt: null,
      warnings: [],
      unsure: 0,
    }),
    'items.list': ({ where, search }) => {
      const rows: ItemRow[] = items.filter(
        (one) => (where === 'all' || where === 'pool') && `${one.title}${one.source}`.includes(search),
      );
      return { rows, total: rows.length };
    },
    'items.get': ({ id }) => findItem(id),
    'items.create': ({ title }) => {
      const [first] = submissions;
      if (!first) throw new Error('no submission');
      const item = { ...itemFrom(first, [], items.length + 1), title, blocks: [], submissions: [], credits: [] };
      items.push(item);
      return item;
    },
    'items.save': ({ id, version, title, blocks, kind, sourceOverride, note }) => {
      const item = findItem(id);
      if (item.version !== version)
        throw new DeskError({ code: 'item-changed-elsewhere', params: { person: item.updatedBy } });
      Object.assign(item, {
        version: version + 1,
        title,
        blocks,
        kind,
        sourceOverride,
        charCount: countBlocks(blocks),
      });
      revisions.get(id)?.push({
        seq: version + 1,
        at: at(6, 11),
        endedAt: at(6, 11),
        person: session.person?.name ?? '',
        origin: 'edit',
        note: note ?? '',
        charCount: item.charCount,
        title,
        blocks,
      });
      return { version: version + 1 };
    },
    'items.revisions': ({ id }) => (revisions.get(id) ?? []).toReversed(),
    'items.revision': ({ id, seq }) => {
      const found = revisions.get(id)?.find((one) => one.seq === seq);
      if (!found) throw new DeskError({ code: 'not-found', params: { what: '这个版本' } });
      return found;
    },
    'items.restore': ({ id, seq }) => {
      const item = findItem(id);
      const found = revisions.get(id)?.find((one) => one.seq === seq);
      if (found) Object.assign(item, { title: found.title, blocks: found.blocks, version: item.version + 1 });
      return { version: item.version };
    },
    'items.setCredits': ({ id, departmentIds }) => {
      const item = findItem(id);
      item.credits = departmentIds.map((unit) => ({
        submissionId: null,
        departmentId: unit,
        department: departments.find((one) => one.id === unit)?.shortName ?? '',
      }));
      item.source = item.credits.map((credit) => credit.department).join(' ');
    },
    'items.delete': ({ id }) => {
      items.splice(items.indexOf(findItem(id)), 1);
    },
    'publications.list': () => [publication],
    'issues.list': () => ({ rows: [], total: 0 }),
    ...editing.answers,
  };
  return { answers, submissions, items, session, editing: editing.office };
}

const publication: Publication = {
  id: publicationId.parse('pub1'),
  name: '上街信息',
  office: '中共上街区委办公室',
  sections: [],
  editors: ['郝婕', '李德昭'],
  imprintParts: ['editors', 'copies'],
  distribution: emptyDistribution,
  style: defaultHouseStyle,
};

const entries = [...text001.items, ...text000.items];

function departmentsOf(): Department[] {
  const names = [...new Set(entries.map((entry) => entry.source).filter((name) => name !== null))];
  return names.map((name, n) => ({
    id: departmentId.parse(`d${n + 1}`),
    fullName: name,
    shortName: name,
    group: '区直',
    otherNames: [],
    active: true,
  }));
}

function submissionsOf(departments: readonly Department[]): SubmissionDetail[] {
  const original = entries.map((entry) => [entry.title, ...entry.body].join('\n')).join('\n\n');
  return entries.map((entry, n) => {
    const unit = departments.find((one) => one.shortName === entry.source) ?? null;
    const known = n !== 3;
    const paragraphs = entry.body;
    return {
      id: submissionId.parse(`s${n + 1}`),
      departmentId: known ? (unit?.id ?? null) : null,
      department: known ? (unit?.shortName ?? null) : null,
      title: entry.title ?? '',
      excerpt: paragraphs[0]?.slice(0, 60) ?? '',
      state: 'new',
      receivedAt: at(6 - Math.floor(n / 6), 8 + (n % 6)),
      charCount: charCount(paragraphs.join('')),
      kind: entry.kind === 'brief' ? 'brief' : 'item',
      fileName: '来稿汇总.docx',
      paragraphs,
      subheads: entry.subheads,
      mayResplit: true,
      around: [],
      source: entry.source,
      fields: { author: n === 0 ? '王芳' : null, signer: null, phone: n === 0 ? '68922110' : null },
      way: 'file',
      receivedBy: '郝婕',
      receivedDate: '2020-03-06' as IsoDate,
      intakeId: intakeId.parse('in1'),
      originalText: original,
      originalHash: 'ab'.repeat(32),
      pictures: [],
      warnings: n === 2 ? ['有一处空格无法判断，已按原样保留。'] : [],
      candidates: known
        ? []
        : departments.slice(2, 4).map(({ id, shortName }) => ({ departmentId: id, name: shortName })),
      decisions: [],
      itemId: null,
      issue: null,
      unitStats: known ? { adoptedThisYear: 3 + n, receivedThisMonth: 8 } : null,
    };
  });
}

function itemFrom(first: SubmissionDetail, from: readonly SubmissionDetail[], n: number): ItemDetail {
  const blocks: Block[] = from.flatMap((one) =>
    one.paragraphs.map((text, index) => ({
      kind: one.subheads.includes(index) ? ('subhead' as const) : ('text' as const),
      text,
    })),
  );
  const credits = from.flatMap((one) =>
    one.departmentId === null
      ? []
      : [{ submissionId: one.id, departmentId: one.departmentId, department: one.department ?? '' }],
  );
  return {
    id: itemId.parse(`i${n}`),
    title: first.title,
    excerpt: first.paragraphs[0]?.slice(0, 40) ?? '',
    source: credits.map((credit) => credit.department).join(' '),
    charCount: countBlocks(blocks),
    kind: first.kind === 'brief' ? 'brief' : 'item',
    updatedAt: at(6, 11),
    updatedBy: '郝婕',
    issue: null,
    openNotes: 0,
    openQuestions: 0,
    blocks,
    version: 1,
    credits,
    sourceOverride: null,
    submissions: [...from],
    readOnly: false,
  };
}

function takeIn(submissions: SubmissionDetail[], title: string, text: string, unit: Department | null): IntakeResult {
  const [pattern] = submissions;
  if (!pattern) throw new Error('no submission to model on');
  const made: SubmissionDetail = {
    ...pattern,
    id: submissionId.parse(`s${submissions.length + 1}`),
    intakeId: intakeId.parse(`in${submissions.length + 1}`),
    title,
    paragraphs: text.split('\n'),
    departmentId: unit?.id ?? null,
    department: unit?.shortName ?? null,
    state: 'new',
    decisions: [],
    itemId: null,
  };
  submissions.unshift(made);
  return {
    intakeId: made.intakeId,
    fileName: null,
    submissions: [made],
    alreadyReceivedAt: null,
    warnings: [],
    unsure: 0,
  };
}

const countBlocks = (blocks: readonly Block[]): number =>
  charCount(blocks.map((block) => ('text' in block ? block.text : '')).join('\n'));

function countStates(submissions: readonly SubmissionDetail[]): Record<SubmissionState, number> {
  const counts = { new: 0, shortlisted: 0, held: 0, returned: 0, rejected: 0, merged: 0, adopted: 0 };
  for (const { state } of submissions) counts[state]++;
  return counts;
}
