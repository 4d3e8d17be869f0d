import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Severity } from '../../../shared/text/proof/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { KeyButton } from '../../ui/KeyButton.tsx';
import { Part } from '../../ui/Part.tsx';
import { ReasonPopover } from '../../ui/ReasonPopover.tsx';
import { meansWholeText } from './edits.ts';
import { Figures } from './Figures.tsx';
import { canAccept, type LiveProof, type PlacedFinding, type ProofView, type WaivedFinding } from './LiveProof.ts';
import { type Decisions, useDecisions } from './useDecisions.ts';
import { useProofView } from './useProofing.tsx';
import { mayIgnoreForEver } from './whiteList.ts';

const severityNames: Record<Severity, string> = { error: '错', warning: '疑', query: '问' };

/** 校对: what was found in the open item, in order, and the figures that were recomputed. */
export function ProofTab() {
  const { live, view } = useProofView();
  const { findings, figures, current, waived } = view;
  const [open, setOpen] = useState<PlacedFinding | null>(null);
  const decisions = useDecisions(view.item);
  const shown = current === null ? open : (findings[current] ?? null);
  return (
    <div className="context">
      {decisions.failure !== null && <ErrorNote text={decisions.failure} />}
      {findings.length === 0 && <p className="soft proof-none">没有发现问题。</p>}
      <ol className="proof-list" aria-label="校对提示">
        {findings.map((finding) => (
          <FindingRow
            key={`${finding.start}-${finding.end}-${finding.rule}`}
            finding={finding}
            isOpen={finding === shown}
            onOpen={() => {
              setOpen(finding);
              live.select(finding);
            }}
          >
            <Decide live={live} view={view} finding={finding} decisions={decisions} />
          </FindingRow>
        ))}
      </ol>
      {waived.length > 0 && <Waived waived={waived} decisions={decisions} />}
      {figures.length > 0 && (
        <Figures figures={figures} decisions={decisions} onOpen={(figure) => live.selectFigure(figure)} />
      )}
    </div>
  );
}

interface FindingRowProps {
  finding: PlacedFinding;
  isOpen: boolean;
  onOpen: () => void;
  children: React.ReactNode;
}

function FindingRow({ finding: { severity, passage, message }, isOpen, onOpen, children }: FindingRowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={row} className={isOpen ? 'proof-row proof-row-on' : 'proof-row'}>
      <button type="button" className="proof-finding" aria-expanded={isOpen} onClick={onOpen}>
        <span className={`proof-severity proof-severity-${severity}`}>{severityNames[severity]}</span>
        <span>
          <span className="proof-passage">{shortened(passage)}</span>
          <span className="proof-message">{message}</span>
        </span>
      </button>
      {isOpen && children}
    </li>
  );
}

const shortened = (passage: string): string => (passage.length > 24 ? `${passage.slice(0, 24)}…` : passage);

interface DecideProps {
  live: LiveProof;
  view: ProofView;
  finding: PlacedFinding;
  decisions: Decisions;
}

function Decide({ live, view, finding, decisions }: DecideProps) {
  const [first, ...others] = canAccept(finding, view) ? finding.suggestions : [];
  if (first === undefined && !decisions.may) return null;
  return (
    <div className="proof-decide">
      {first !== undefined && (
        <KeyButton size="small" hint="Alt+Enter" onClick={() => live.accept(finding)}>
          {meansWholeText(finding) ? '全部改为全角' : wordingOf(first)}
        </KeyButton>
      )}
      {others.map((suggestion) => (
        <Button key={suggestion} size="small" onClick={() => live.accept(finding, suggestion)}>
          {wordingOf(suggestion)}
        </Button>
      ))}
      {decisions.may && <Waive finding={finding} decisions={decisions} />}
      {decisions.may && decisions.mayWhiten && mayIgnoreForEver(finding, finding.passage) && (
        <Button
          type="text"
          size="small"
          title={`以后所有稿件都不再提示“${finding.passage}”`}
          onClick={() => decisions.whiten(finding.passage)}
        >
          永久忽略
        </Button>
      )}
    </div>
  );
}

const REASONS = ['原文如此', '已与来稿单位核实', '专有名称', '引文'];

/** Leaves a finding as it is in this item: a doubt at one click, an error with a reason that goes on the 核稿单. */
function Waive({ finding, decisions }: { finding: PlacedFinding; decisions: Decisions }) {
  const [asking, setAsking] = useState(false);
  if (finding.severity !== 'error')
    return (
      <Button type="text" size="small" title="只在这篇稿件里不再提示" onClick={() => decisions.waive(finding, '')}>
        忽略
      </Button>
    );
  return (
    <ReasonPopover
      open={asking}
      onOpenChange={setAsking}
      title="不改的理由（记入核稿单）"
      common={REASONS}
      placeholder="为什么不改"
      confirmText="不改"
      onConfirm={(reason) => decisions.waive(finding, reason)}
    >
      <Button type="text" size="small">
        不改…
      </Button>
    </ReasonPopover>
  );
}

const wordingOf = (suggestion: string): string => (suggestion === '' ? '删去' : `改为“${suggestion}”`);

function Waived({ waived, decisions }: { waived: readonly WaivedFinding[]; decisions: Decisions }) {
  return (
    <Part title={`不改的 ${waived.length} 处`}>
      <ul className="proof-figures" aria-label="不改的">
        {waived.map(({ finding, decision }) => (
          <li key={decision.seq} className="proof-waived">
            <span>
              <span className="proof-passage">{shortened(finding.passage)}</span>
              <span className="proof-message">
                {decision.reason || '忽略'}（{decision.person}）
              </span>
            </span>
            {decisions.may && (
              <Button type="link" size="small" onClick={() => decisions.withdraw(decision)}>
                恢复提示
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
