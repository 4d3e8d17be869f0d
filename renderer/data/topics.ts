import type { Topic } from '../../shared/contract/events.ts';
import type { MethodName } from '../../shared/contract/index.ts';

/** Which queries show what a topic changed, by the beginning of their names. */
const shownBy: Record<Topic, readonly string[]> = {
  office: ['session.', 'office.', 'proof.'],
  people: ['session.', 'people.'],
  departments: [
    'departments.',
    'submissions.',
    'items.',
    'proof.',
    'checklist.',
    'search.',
    'backIssues.',
    'statistics.',
    'scoring.',
  ],
  recipients: ['recipients.', 'publications.', 'issues.', 'checklist.'],
  leaders: ['leaders.', 'proof.', 'checklist.'],
  wordings: ['wordings.', 'proof.', 'checklist.'],
  publications: ['publications.', 'issues.', 'backIssues.', 'statistics.'],
  submissions: ['submissions.', 'office.', 'search.', 'duplicates.', 'statistics.'],
  items: [
    'items.',
    'comments.',
    'review.',
    'checklist.',
    'issues.',
    'submissions.',
    'office.',
    'search.',
    'duplicates.',
  ],
  proofs: ['proof.', 'checklist.'],
  issues: [
    'issues.',
    'items.',
    'review.',
    'checklist.',
    'submissions.',
    'publications.',
    'deliveries.',
    'office.',
    'proof.',
    'search.',
    'backIssues.',
    'statistics.',
    'scoring.',
  ],
  backIssues: ['backIssues.'],
  deliveries: ['deliveries.', 'office.'],
  portal: ['portal.'],
  commissions: ['commissions.', 'topics.', 'portal.', 'statistics.'],
  scoring: ['scoring.', 'statistics.'],
  circulars: ['circulars.'],
};

/** What a command of a feature may touch, so that its own page need not wait for the push. */
const touchedBy: Record<string, readonly Topic[]> = {
  session: ['office'],
  office: ['office'],
  people: ['people'],
  departments: ['departments'],
  recipients: ['recipients'],
  leaders: ['leaders'],
  wordings: ['wordings'],
  publications: ['publications'],
  submissions: ['submissions', 'items'],
  items: ['items', 'submissions'],
  issues: ['issues'],
  duplicates: ['items'],
  backIssues: ['backIssues', 'issues', 'items', 'departments'],
  deliveries: ['deliveries'],
  comments: ['items'],
  review: ['issues'],
  portal: ['portal'],
  commissions: ['commissions'],
  topics: ['commissions'],
  proof: ['wordings', 'proofs'],
  checklist: ['proofs'],
  scoring: ['scoring'],
  circulars: ['circulars'],
};

/** Whether a query must be asked again after these topics changed. */
export const isTouched = (query: string, topics: readonly Topic[]): boolean =>
  topics.some((topic) => shownBy[topic].some((prefix) => query.startsWith(prefix)));

/** Topics a command of this name may change. */
export const topicsOf = (command: MethodName): readonly Topic[] => touchedBy[command.split('.')[0] ?? ''] ?? [];
