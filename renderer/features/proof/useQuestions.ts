import type { SubmissionId } from '../../../shared/domain/ids.ts';
import { useMethod } from '../../data/index.ts';

/** What the text of one submission asks of its unit, for the reason of a return; none for several at once. */
export function useQuestions(
  targets: readonly { id: SubmissionId }[],
  wanted: boolean,
): { name: string; text: string } | undefined {
  const [only, ...others] = targets;
  const id = others.length === 0 ? only?.id : undefined;
  const { data } = useMethod(
    'proof.questions',
    { id: id ?? ('none' as SubmissionId) },
    { enabled: wanted && id !== undefined },
  );
  return data ? { name: '填入校对发现的问题', text: data } : undefined;
}
