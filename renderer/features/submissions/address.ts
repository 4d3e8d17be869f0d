import { useCallback } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import {
  type DepartmentId,
  departmentId,
  type IntakeId,
  intakeId,
  type SubmissionId,
  submissionId,
} from '../../../shared/domain/ids.ts';
import { type SubmissionState, submissionStateSchema } from '../../../shared/domain/submission.ts';

export type ListState = SubmissionState | 'all';

/** What the address says: which list, narrowed to what, and the submission shown. */
export interface SubmissionsAddress {
  state: ListState;
  unit: DepartmentId | null;
  search: string;
  id: SubmissionId | null;
  /** The intake whose split is being looked through. */
  split: IntakeId | null;
}

/** The screen's state lives in its address, so that Back, reload and links work. */
export function useSubmissionsAddress() {
  const navigate = useNavigate();
  const params = useParams();
  const [query] = useSearchParams();
  const id = submissionId.safeParse(params['id']).data ?? null;
  const given = submissionStateSchema.safeParse(query.get('state')).data;
  const state: ListState = given ?? (query.get('state') === 'all' || id !== null ? 'all' : 'new');
  const address: SubmissionsAddress = {
    state,
    unit: departmentId.safeParse(query.get('unit')).data ?? null,
    search: query.get('q') ?? '',
    id,
    split: intakeId.safeParse(query.get('split')).data ?? null,
  };
  const { unit, search } = address;
  const go = useCallback(
    (change: Partial<SubmissionsAddress>, { replace = true }: { replace?: boolean } = {}) =>
      void navigate(toAddress({ state, unit, search, id, split: null, ...change }), { replace }),
    [navigate, state, unit, search, id],
  );
  return { address, go };
}

function toAddress({ state, unit, search, id, split }: SubmissionsAddress): string {
  const query = new URLSearchParams({ state });
  if (unit !== null) query.set('unit', unit);
  if (search !== '') query.set('q', search);
  if (split !== null) query.set('split', split);
  return `/submissions${id === null ? '' : `/${encodeURIComponent(id)}`}?${query.toString()}`;
}
