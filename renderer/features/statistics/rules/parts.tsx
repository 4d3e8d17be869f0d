import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ScoringRules } from '../../../../shared/domain/scoring/rules.ts';

export interface PartProps {
  rules: ScoringRules;
  readOnly: boolean;
  onChange: (rules: ScoringRules) => void;
}

/** An id no clause of the book has yet: lines of the ledger will point to it. */
export function freshId(rules: ScoringRules, kind: string): string {
  const taken = new Set([rules.adoptions, rules.instructions, rules.quotas, rules.manual].flat().map(({ id }) => id));
  let n = 1;
  while (taken.has(`${kind}-${n}`)) n++;
  return `${kind}-${n}`;
}

export const replacedAt = <T,>(list: readonly T[], at: number, one: T): T[] =>
  list.map((old, i) => (i === at ? one : old));
export const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);

export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={label} onClick={onClick} />;
}

export function AddButton({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={onClick}>
      {children}
    </Button>
  );
}
