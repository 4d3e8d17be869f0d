import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { FigureCheck, Severity } from '../../../shared/text/proof/index.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { KeyButton } from '../../ui/KeyButton.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Part } from '../../ui/Part.tsx';
import { meansWholeText } from './edits.ts';
import { mayIgnoreForEver } from './ignored.ts';
import { canAccept, type LiveProof, type PlacedFigure, type PlacedFinding, type ProofView } from './LiveProof.ts';
import { workingOf } from './underlines.ts';
import { useProofView } from './useProofing.tsx';

const severityNames: Record<Severity, string> = { error: '错', warning: '疑', query: '问' };
const verdictNames: Record<FigureCheck['verdict'], string> = { green: '对', amber: '待核', red: '错' };

/** 校对: what was found in the open item, in order, and the figures that were recomputed. */
export function ProofTab({ readOnly }: { readOnly: boolean }) {
  const { live, view } = useProofView();
  const { findings, figures, current, ignored } = view;
  const [open, setOpen] = useState<PlacedFinding | null>(null);
  const white = useWhiteList();
  const shown = current === null ? open : (findings[current] ?? null);
  return (
    <div className="context">
      {white.failure !== null && <ErrorNote text={white.failure} />}
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
            {!readOnly && (
              <Decide live={live} view={view} finding={finding} onWhite={() => white.add(finding.passage)} />
            )}
          </FindingRow>
        ))}
      </ol>
      {ignored > 0 && (
        <p className="soft">
          本稿已忽略 {ignored} 处{' '}
          <Button type="link" size="small" onClick={() => live.heedAll()}>
            恢复提示
          </Button>
        </p>
      )}
      {figures.length > 0 && <Figures figures={figures} onOpen={(figure) => live.selectFigure(figure)} />}
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
          <span className="proof-passage">{passage.length > 24 ? `${passage.slice(0, 24)}…` : passage}</span>
          <span className="proof-message">{message}</span>
        </span>
      </button>
      {isOpen && children}
    </li>
  );
}

interface DecideProps {
  live: LiveProof;
  view: ProofView;
  finding: PlacedFinding;
  onWhite: () => void;
}

function Decide({ live, view, finding, onWhite }: DecideProps) {
  const [first, ...others] = canAccept(finding, view) ? finding.suggestions : [];
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
      <Button type="text" size="small" title="只在这篇稿件里不再提示" onClick={() => live.ignore(finding)}>
        忽略
      </Button>
      {mayIgnoreForEver(finding, finding.passage) && (
        <Button type="text" size="small" title={`以后所有稿件都不再提示“${finding.passage}”`} onClick={onWhite}>
          永久忽略
        </Button>
      )}
    </div>
  );
}

const wordingOf = (suggestion: string): string => (suggestion === '' ? '删去' : `改为“${suggestion}”`);

function Figures({ figures, onOpen }: { figures: readonly PlacedFigure[]; onOpen: (figure: PlacedFigure) => void }) {
  return (
    <Part title="算一算">
      <ul className="proof-figures">
        {figures.map((figure) => (
          <li key={`${figure.start}-${figure.end}`}>
            <button type="button" className="proof-figure" onClick={() => onOpen(figure)}>
              <span className={`proof-verdict proof-verdict-${figure.verdict}`}>{verdictNames[figure.verdict]}</span>
              {workingOf(figure)}
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Puts passages on the office's white list; the message takes them off again. */
function useWhiteList() {
  const ignore = useCommand('proof.ignore');
  const messages = useMessages();
  const set = (passage: string, ignored: boolean) => ignore.run({ passage, ignored });
  const add = async (passage: string) => {
    await set(passage, true);
    messages.done(`以后不再提示“${passage}”`, () => void set(passage, false).catch(() => {}));
  };
  return {
    failure: ignore.error ? sentenceOf(ignore.error) : null,
    add: (passage: string) => void add(passage).catch(() => {}),
  };
}
