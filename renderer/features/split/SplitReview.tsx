import { Button } from 'antd';
import { type ReactNode, useCallback, useMemo } from 'react';
import { UNSURE } from '../../../shared/text/split/index.ts';
import type { ItemRole, Piece } from '../../../shared/text/split/pieces.ts';
import { pieceAt, type Split } from '../../../shared/text/split/review/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { KeyButton } from '../../ui/KeyButton.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Panes } from '../../ui/Panes.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { ItemCards } from './ItemCards.tsx';
import { Leftovers } from './Leftovers.tsx';
import { roleNames } from './names.ts';
import { SourceText } from './SourceText.tsx';
import { useReview } from './useReview.ts';
import './split.css';

/**
 * 核对拆分: a text with its pieces coloured beside the items it makes. Give it a text and its split (`splitWithTrace`
 * makes one); it fills the height it is given, keeps the corrections and their undo itself, saves nothing, and hands the
 * corrected split to `onDone`. Show another text by another `key`.
 */
export interface SplitReviewProps {
  text: string;
  split: Split;
  /** What it is about, at the left of the head. */
  head: ReactNode;
  /** On the button that hands the split over. */
  doneLabel: string;
  onDone: (split: Split) => void;
  onCancel: () => void;
  /** The split is being saved. */
  running?: boolean;
  /** Why it was not saved. */
  failure?: string | null;
  /** Why it may only be looked at. */
  readOnly?: string | null;
}

const ROLE_KEYS: readonly (readonly [key: string, role: ItemRole | 'leftover'])[] = [
  ['T', 'title'],
  ['B', 'body'],
  ['H', 'subhead'],
  ['S', 'source'],
  ['W', 'byline'],
  ['G', 'marker'],
  ['L', 'column'],
  ['X', 'leftover'],
];

export function SplitReview(props: SplitReviewProps) {
  const { text, head, doneLabel, onDone, onCancel, running = false, failure = null, readOnly = null } = props;
  const review = useReview(text, props.split);
  const { split, items, place, piece, current, change, go } = review;
  const order = useMemo(() => unsureFirst(split), [split]);
  const unsure = split.confidence.filter((sure) => sure < UNSURE).length;
  const free = readOnly === null && !running;

  const open = (item: number | undefined) => {
    const first = split.pieces.find(({ itemIndex }) => itemIndex === item);
    if (item !== undefined && first) go(first.start);
  };
  const step = (by: number) => {
    const at = current === null ? -1 : order.indexOf(current);
    open(order[Math.max(0, Math.min(order.length - 1, at + by))]);
  };
  const nextUnsure = () => open(order.find((item) => item !== current && (split.confidence[item] ?? 1) < UNSURE));
  const check = () => {
    if (current === null) return;
    change({ does: 'check', item: current });
    nextUnsure();
  };
  const setRole = (role: ItemRole | 'leftover') => {
    const { caret, anchor } = place;
    const range =
      anchor === null
        ? piece && wholeString(split, piece)
        : { start: Math.min(caret, anchor), end: Math.max(caret, anchor) };
    if (range) change({ does: 'role', range, role, item: null });
  };
  const moveTo = (edge: 'before' | 'after') => {
    const index = pieceAt(split.pieces, place.caret);
    const at = edge === 'before' ? split.pieces[index]?.start : split.pieces[index + 1]?.start;
    if (at !== undefined) change({ does: 'boundary', at, to: place.caret });
  };
  const nudge = (by: number) => {
    const at = nearestBoundary(split, place.caret);
    if (at !== null) change({ does: 'boundary', at, to: besideBlank(text, at, by) });
  };
  const paragraph = () => {
    const before = split.pieces[pieceAt(split.pieces, place.caret)];
    if (before?.start === place.caret) change({ does: 'join', at: place.caret });
    else change({ does: 'break', at: place.caret });
  };
  const onSeam = useCallback(
    (at: number, joined: boolean) => free && change(joined ? { does: 'break', at } : { does: 'join', at }),
    [free, change],
  );
  const merge = () => current !== null && change({ does: 'merge', item: current });
  const begin = () => change({ does: 'begin', at: place.caret });

  const group = '核对拆分';
  useKeys([
    { key: 'J', label: '下一条', group, run: () => step(1) },
    { key: 'K', label: '上一条', group, run: () => step(-1) },
    { key: 'N', label: '下一条拿不准的', group, run: nextUnsure },
    { key: 'Enter', label: '从光标处另起一条', group, enabled: free, run: begin },
    { key: 'M', label: '并入上一条', group, enabled: free, run: merge },
    ...ROLE_KEYS.map(([key, role]) => ({
      key,
      label: `设为${roleNames[role]}`,
      group,
      enabled: free,
      run: () => setRole(role),
    })),
    { key: 'P', label: '分段、接段', group, enabled: free, run: paragraph },
    { key: '[', label: '前面的分界移到光标', group, enabled: free, run: () => moveTo('before') },
    { key: ']', label: '后面的分界移到光标', group, enabled: free, run: () => moveTo('after') },
    { key: 'Alt+ArrowLeft', label: '分界前移一字', group, enabled: free, run: () => nudge(-1) },
    { key: 'Alt+ArrowRight', label: '分界后移一字', group, enabled: free, run: () => nudge(1) },
    { key: 'Y', label: '这条没问题', group, enabled: free, run: check },
    { key: 'Ctrl+Z', label: '撤销', group, enabled: free, run: review.undo },
    { key: 'Ctrl+Y', label: '重做', group, enabled: free, run: review.redo },
    { key: 'Ctrl+Enter', label: doneLabel, group, enabled: free, run: () => onDone(split) },
    { key: 'Escape', label: '返回', group, run: onCancel },
  ]);

  return (
    <div className="screen split-review">
      <ScreenHead
        actions={
          <>
            <KeyButton hint="Ctrl+Z" disabled={!free || !review.mayUndo} onClick={review.undo}>
              撤销
            </KeyButton>
            <KeyButton hint="Ctrl+Y" disabled={!free || !review.mayRedo} onClick={review.redo}>
              重做
            </KeyButton>
            <Button onClick={onCancel}>{review.changed ? '放弃修改' : '返回'}</Button>
            <KeyButton
              type="primary"
              hint="Ctrl+Enter"
              loading={running}
              disabled={!free}
              onClick={() => onDone(split)}
            >
              {doneLabel}
            </KeyButton>
          </>
        }
      >
        {head}
        <span className={unsure > 0 ? 'split-unsure' : 'soft'}>
          {items.length} 条{unsure > 0 ? `，${unsure} 条拿不准` : ''}
        </span>
      </ScreenHead>
      {readOnly !== null && <p className="split-note">{readOnly}</p>}
      {failure !== null && <ErrorNote text={failure} />}
      <div className="screen-body">
        <Panes
          id="split"
          panes={[
            {
              id: 'source',
              label: '原文',
              width: '56%',
              minWidth: 380,
              content: (
                <>
                  <SourceText text={text} split={split} place={place} onGo={go} onSeam={onSeam} />
                  {readOnly === null && (
                    <div className="split-tools" role="toolbar" aria-label="改拆分">
                      <KeyButton size="small" hint="Enter" disabled={!free} onClick={begin}>
                        另起一条
                      </KeyButton>
                      <KeyButton size="small" hint="M" disabled={!free || current === null} onClick={merge}>
                        并入上一条
                      </KeyButton>
                      <KeyButton size="small" hint="P" disabled={!free} onClick={paragraph}>
                        分段／接段
                      </KeyButton>
                      <KeyButton size="small" hint="[" disabled={!free} onClick={() => moveTo('before')}>
                        前界到此
                      </KeyButton>
                      <KeyButton size="small" hint="]" disabled={!free} onClick={() => moveTo('after')}>
                        后界到此
                      </KeyButton>
                      {ROLE_KEYS.map(([key, role]) => (
                        <KeyButton
                          key={role}
                          size="small"
                          hint={key}
                          disabled={!free}
                          className={`split-role piece-${role}`}
                          aria-pressed={piece?.role === role}
                          onClick={() => setRole(role)}
                        >
                          {roleNames[role]}
                        </KeyButton>
                      ))}
                      <KeyButton size="small" hint="Y" disabled={!free || current === null} onClick={check}>
                        这条没问题
                      </KeyButton>
                    </div>
                  )}
                </>
              ),
            },
            {
              id: 'items',
              label: '拆出的各条',
              minWidth: 320,
              content: (
                <div className="split-side">
                  <ItemCards
                    split={split}
                    items={items}
                    order={order}
                    current={current}
                    onCurrent={open}
                    onKind={(item, kind) => change({ does: 'kind', item, kind })}
                    readOnly={!free}
                  />
                  <Leftovers
                    text={text}
                    split={split}
                    current={piece ?? null}
                    onShow={go}
                    onGive={free ? (range, item) => change({ does: 'role', range, role: 'body', item }) : null}
                  />
                </div>
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}

function unsureFirst({ items, confidence }: Split): number[] {
  const all = items.map((_, i) => i);
  const isUnsure = (i: number) => (confidence[i] ?? 1) < UNSURE;
  return [...all.filter(isUnsure), ...all.filter((i) => !isUnsure(i))];
}

/** The whole title line, paragraph or mark that a piece is of. */
function wholeString({ pieces }: Split, { issueIndex, itemIndex, role, part }: Piece) {
  const own = pieces.filter(
    (one) => one.issueIndex === issueIndex && one.itemIndex === itemIndex && one.role === role && one.part === part,
  );
  return { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
}

/** The start of the piece at the caret, or of the next one where the caret stands nearer to it. */
function nearestBoundary({ pieces }: Split, caret: number): number | null {
  const index = pieceAt(pieces, caret);
  const [here, next] = [pieces[index], pieces[index + 1]];
  if (!here) return null;
  return next && next.start - caret < caret - here.start ? next.start : here.start;
}

/** One character on, blanks passed over. */
function besideBlank(text: string, at: number, by: number): number {
  let to = at + by;
  while (to > 0 && to < text.length && /\s/u.test(text.charAt(by < 0 ? to : to - 1))) to += by;
  return to;
}
