import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import type { IssueDetail, ItemRow } from '../../../../shared/contract/views.ts';
import { adjustWords } from '../../../../shared/domain/pageAdjust.ts';
import type { Publication } from '../../../../shared/domain/publication.ts';
import type { Composer, Cut, FitProposal, PageAdvice } from '../../../../shared/page/index.ts';
import { useMethod } from '../../../data/index.ts';
import { useKeys } from '../../../ui/keys.ts';
import { useRemembered } from '../../../ui/remembered.ts';
import { itemWords } from '../board/BoardRow.tsx';
import type { Arrangement } from '../board/board.ts';
import { estimatedLines } from '../board/estimate.ts';
import { localBulletin } from '../pages/localBulletin.ts';
import type { Previewer, TextPlace } from '../pages/Previewer.ts';
import { CutList, EntryTable, FitList, PoolList } from './AdviceParts.tsx';
import { useAdvice } from './useAdvice.ts';
import './advice.css';

export interface AdvicePanelProps {
  issue: IssueDetail;
  publication: Publication;
  board: Arrangement;
  previewer: Previewer;
  composer: Composer;
  /** A proposal shown in the pages. */
  shown: FitProposal | null;
  readOnly: boolean;
  onShow: (fit: FitProposal) => void;
  onReset: () => void;
  onAdd: (item: ItemRow) => void;
  onOpen: (place: TextPlace) => void;
}

/** 版面建议: what would make the pages come out, each shown before it is taken. Folded up it says the best in a line. */
export function AdvicePanel(props: AdvicePanelProps) {
  const { issue, publication, board, previewer, composer, shown, readOnly, onShow, onReset, onAdd, onOpen } = props;
  const [open, setOpen] = useRemembered<boolean>('pages.advice', false, (value) => typeof value === 'boolean');
  // Advice follows when the pages are painted.
  const item = useDeferredValue(useSyncExternalStore(previewer.subscribe, () => previewer.shown.item));
  const { style } = publication;
  const bulletin = useMemo(() => localBulletin(publication, issue, board, item), [publication, issue, board, item]);
  const advice = useAdvice(bulletin, composer);
  const fitting = useFitting(board, advice?.freeLines ?? 0, style.cells);
  const toggle = () => setOpen(!open);
  useKeys([{ key: 'L', label: '版面建议', group: '编排', run: toggle }]);

  const names = useMemo(() => {
    const items = new Map(issue.entries.map((entry) => [entry.item.id as string, entry]));
    return board.entries.map(({ itemId, kind }) => ({
      id: itemId as string,
      words: items.has(itemId) ? itemWords(items.get(itemId)?.item as ItemRow, kind) : '…',
    }));
  }, [issue.entries, board.entries]);
  const adjusted = adjustWords(style, board.adjust);
  const openCut = ({ entry, block }: Cut) => onOpen({ entryId: entry, block, offset: Number.MAX_SAFE_INTEGER });

  return (
    <section className="advice" aria-label="版面建议">
      <div className="advice-head">
        <Button
          type="text"
          size="small"
          aria-expanded={open}
          aria-keyshortcuts="L"
          icon={open ? <DownOutlined /> : <RightOutlined />}
          onClick={toggle}
        >
          版面建议
        </Button>
        <span className="advice-hint" title={hintOf(advice, fitting)}>
          {hintOf(advice, fitting)}
        </span>
        {adjusted.length > 0 && (
          <span className="advice-chip">
            <span>本期{adjusted.join('，')}</span>
            {!readOnly && (
              <button type="button" aria-label="恢复刊物的版面" title="恢复刊物的版面" onClick={onReset}>
                ×
              </button>
            )}
          </span>
        )}
      </div>
      {open && advice && (
        <div className="advice-body">
          <p className="advice-summary">{advice.summary}</p>
          <FitList fits={advice.fits} shown={shown} readOnly={readOnly} onShow={onShow} />
          <CutList advice={advice} names={names} onOpen={openCut} />
          <PoolList items={fitting} readOnly={readOnly} onAdd={onAdd} />
          <EntryTable advice={advice} names={names} onOpen={openCut} />
        </div>
      )}
    </section>
  );
}

export interface Fitting {
  item: ItemRow;
  words: string;
  /** About so many lines. */
  lines: number;
}

/** Items of the pool that would fit into the free lines, the longest first. */
function useFitting({ entries }: Arrangement, freeLines: number, cells: number): Fitting[] {
  const pool = useMethod(
    'items.list',
    { where: 'pool', search: '', offset: 0, limit: 200 },
    { enabled: freeLines > 0 },
  );
  return useMemo(() => {
    const taken = new Set(entries.map(({ itemId }) => itemId));
    return (pool.data?.rows ?? [])
      .filter(({ id }) => !taken.has(id))
      .map((item) => ({ item, words: itemWords(item, item.kind), lines: estimatedLines(item, cells) }))
      .filter(({ lines }) => lines <= freeLines)
      .sort((a, b) => b.lines - a.lines);
  }, [pool.data, entries, freeLines, cells]);
}

/** The best there is, in a line: 减2行可为4页；可加1条简讯（3行）. */
function hintOf(advice: PageAdvice | null, [fitting]: readonly Fitting[]): string {
  if (!advice) return '';
  const { fits, cuts, linesToShorten, pages } = advice;
  const shorter = fits.filter((fit) => fit.pages < pages);
  const hints = [
    ...(shorter[0] ? [`调整版面可为${shorter[0].pages}页`] : fits.length > 0 ? ['调整版面可使末页饱满'] : []),
    ...(cuts.length > 0 ? [`减${linesToShorten}行可为${pages - 1}页`] : []),
    ...(fitting ? [`可加1条${fitting.item.kind === 'brief' ? '简讯' : '稿件'}（约${fitting.lines}行）`] : []),
  ];
  return hints.join('；');
}
