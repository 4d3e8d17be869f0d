import type { CheckName, CheckPoint, CheckRow } from '../../../../shared/contract/methods/checklist.ts';
import type { PageMeterView } from '../../../../shared/contract/views.ts';
import type { IssueId } from '../../../../shared/domain/ids.ts';
import { useMay } from '../../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { meterText } from '../pages/PagesToolbar.tsx';

/** A row as shown: those of the core, and the pages, which are counted here. */
export type ShownRow = Omit<CheckRow, 'name'> & { name: CheckName | 'pages' };

/** 签发前核对 of an issue, and what may be done about it. */
export function useChecklist(id: IssueId, meter: PageMeterView | null) {
  const { data, error, refetch } = useMethod('checklist.get', { id });
  const decide = useCommand('proof.decide');
  const withdraw = useCommand('proof.withdraw');
  const confirm = useCommand('checklist.confirm');
  const blocking = useCommand('checklist.setBlocking');
  const failure = decide.error ?? withdraw.error ?? confirm.error ?? blocking.error;
  const quietly = (step: Promise<unknown>) => void step.catch(() => {});
  return {
    rows: data ? withPages(data.rows, meter) : null,
    blocks: data?.blocks ?? false,
    error,
    retry: () => void refetch(),
    failure: failure ? sentenceOf(failure) : null,
    may: useMay('editor', 'reviewer', 'signer'),
    maySet: useMay('editor'),
    decide: ({ itemId, key, passage, message }: CheckPoint, reason: string) => {
      if (itemId && key) quietly(decide.run({ itemId, passage, message, reason, ...key }));
    },
    withdraw: ({ itemId, decision }: CheckPoint) => {
      if (itemId && decision) quietly(withdraw.run({ itemId, seq: decision.seq }));
    },
    confirm: (name: CheckName, note: string, confirmed: boolean) => quietly(confirm.run({ id, name, note, confirmed })),
    setBlocking: (blocks: boolean) => quietly(blocking.run({ blocks })),
  };
}

export type ChecklistDesk = ReturnType<typeof useChecklist>;

/** Errors that keep the issue from being signed; 0 where the office lets them warn only. */
export const blockingErrors = ({ rows, blocks }: { rows: readonly ShownRow[] | null; blocks: boolean }): number => {
  const errors = rows?.find(({ name }) => name === 'errors');
  if (!blocks || errors?.state !== 'open') return 0;
  return errors.points.filter(({ decision }) => decision === null || decision.reason === '').length;
};

/** The pages come after what is on them. */
function withPages(rows: readonly CheckRow[], meter: PageMeterView | null): ShownRow[] {
  const warnings = meter?.warnings ?? [];
  const pages: ShownRow = {
    name: 'pages',
    state: warnings.length > 0 ? 'open' : 'done',
    summary: meter ? meterText(meter) : '正在排版',
    points: warnings.map(({ text }) => ({
      itemId: null,
      where: '版面',
      passage: text,
      message: '',
      key: null,
      decision: null,
    })),
    byHand: false,
    confirmed: null,
  };
  const at = rows.findIndex(({ name }) => name === 'distribution');
  if (at < 0) return [...rows, pages];
  return [...rows.slice(0, at), pages, ...rows.slice(at)];
}
