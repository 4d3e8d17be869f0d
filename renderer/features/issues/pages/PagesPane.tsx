import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { PageMeterView, Preview } from '../../../../shared/contract/views.ts';
import { sentenceOf } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useRemembered } from '../../../ui/remembered.ts';
import { useSize } from '../../../ui/useSize.ts';
import { PageSheet } from './PageSheet.tsx';
import { meterText, PagesToolbar } from './PagesToolbar.tsx';
import type { Previewer, TextPlace } from './Previewer.ts';
import { usePages } from './usePreview.ts';
import { useSeenPages } from './useSeenPages.ts';
import { pageWidth, type Sheet, spreads, type Zoom } from './zoom.ts';
import './pages.css';

interface PagesPaneProps {
  previewer: Previewer;
  /** Counted ahead of the pages; `null` takes what these say. */
  meter: PageMeterView | null;
  /** Stands between the tools and the pages. */
  advice?: ReactNode;
  selected: string | null;
  onPick: (place: TextPlace) => void;
}

/** The pages that will be printed, at any size, one below the other or as spreads. */
export function PagesPane({ previewer, meter: counted, advice, selected, onPick }: PagesPaneProps) {
  const { preview, error, busy, caret, pictures } = usePages(previewer);
  const [zoom, setZoom] = useRemembered<Zoom>('pages.zoom', 'width', isZoom);
  const [across, setAcross] = useRemembered<1 | 2>('pages.across', 1, (value) => value === 1 || value === 2);
  const scroller = useRef<HTMLDivElement>(null);
  const pane = useSize(scroller);
  const { width: widthMm, height: heightMm } = preview ?? A4;
  const sheet = useMemo((): Sheet => ({ widthMm, heightMm, across }), [widthMm, heightMm, across]);
  const width = pageWidth(zoom, sheet, pane);
  const seen = useSeenPages(scroller, `${preview?.pages.length ?? 0}/${across}/${pane.width > 0}`);
  useEffect(() => {
    if (seen.size > 0) previewer.see([...seen].sort((a, b) => a - b));
  }, [previewer, seen]);
  const meter = counted ?? preview?.meter ?? null;
  const caretAt = useMemo(() => caretLine(previewer, preview, caret), [previewer, preview, caret]);
  useBroughtIntoView(scroller, preview, selected, caretAt);

  return (
    <div className="pages-pane">
      <PagesToolbar
        meter={meter ? meterText(meter) : ''}
        busy={busy}
        zoom={zoom}
        width={width}
        sheet={sheet}
        onZoom={setZoom}
        onAcross={setAcross}
      />
      {error !== null && <ErrorNote text={sentenceOf(error)} onRetry={() => previewer.refresh()} />}
      {advice}
      {meter && meter.warnings.length > 0 && (
        <p className="pages-warning" role="status">
          {meter.warnings.map(({ text }) => text).join('；')}
        </p>
      )}
      <section
        ref={scroller}
        className={caretAt ? 'pages-scroller pages-writing' : 'pages-scroller'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must take the arrow keys
        tabIndex={0}
        aria-label="印出的各页"
        aria-busy={busy}
      >
        {preview && preview.pages.length === 0 && (
          <EmptyState title="还没有页面" hint="编入第一篇稿件后，这里显示将要印出的每一页。" />
        )}
        {preview &&
          pane.width > 0 &&
          spreads(preview.pages.length, across).map((row) => (
            <div key={row.join('-')} className="pages-row">
              {row.map((n, side) =>
                n === null ? (
                  <div key={side === 0 ? 'left' : 'right'} className="pages-blank" style={{ width }} />
                ) : (
                  <PageSheet
                    key={n}
                    n={n}
                    near={seen.has(n)}
                    drawing={previewer.drawing(preview.pages[n - 1]?.hash ?? '')}
                    store={previewer.store}
                    widthMm={sheet.widthMm}
                    heightMm={sheet.heightMm}
                    widthPx={width}
                    selected={selected}
                    caretLine={caretAt?.page === n ? caretAt.line : -1}
                    pictures={pictures}
                    onPick={onPick}
                  />
                ),
              )}
            </div>
          ))}
      </section>
    </div>
  );
}

/** Before anything is known, mm. */
const A4 = { width: 210, height: 297 };

interface LineAt {
  page: number;
  line: number;
}

/** The line the caret stands in, if its page is drawn. */
function caretLine(previewer: Previewer, preview: Preview | null, caret: TextPlace | null): LineAt | null {
  if (!preview || !caret) return null;
  for (const { n, hash } of preview.pages) {
    const lines = previewer.drawing(hash)?.lines ?? [];
    const line = lines.findIndex(
      ({ entryId, block, from, to }) =>
        entryId === caret.entryId && block === caret.block && from <= caret.offset && caret.offset <= to,
    );
    if (line >= 0) return { page: n, line };
  }
  return null;
}

/**
 * Brings the line being written, or the lines of an entry chosen on the board, into view, without moving pages where they
 * are seen already. A page that is not drawn yet is scrolled to first, and its line once it is there.
 */
function useBroughtIntoView(
  scroller: RefObject<HTMLElement | null>,
  preview: Preview | null,
  selected: string | null,
  caret: LineAt | null,
): void {
  const sought = useRef<string | null>(null);
  useEffect(() => {
    sought.current = selected;
  }, [selected]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `selected` and the answers that may bring its page
  useEffect(() => {
    const frame = scroller.current;
    if (!frame || sought.current === null || caret) return;
    const line = frame.querySelector<HTMLElement>(`[data-entry="${CSS.escape(sought.current)}"]`);
    const page = preview?.startsOn[sought.current];
    if (line) {
      sought.current = null;
      bringIntoView(frame, line);
    } else if (page) {
      const ahead = frame.querySelector<HTMLElement>(`[data-page="${page}"]`);
      if (ahead) bringIntoView(frame, ahead);
    }
  }, [scroller, selected, preview]);
  const page = caret?.page;
  const line = caret?.line;
  useEffect(() => {
    if (page === undefined || line === undefined) return;
    const frame = scroller.current;
    const mark = frame?.querySelector<HTMLElement>(`[data-page="${page}"] [data-line="${line}"]`);
    if (frame && mark) bringIntoView(frame, mark);
  }, [scroller, page, line]);
}

function bringIntoView(frame: HTMLElement, element: HTMLElement): void {
  const outer = frame.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const seen = inner.top >= outer.top && inner.bottom <= outer.bottom;
  if (!seen) frame.scrollTo({ top: frame.scrollTop + inner.top - outer.top - outer.height / 4 });
}

const isZoom = (value: unknown): boolean =>
  value === 'width' || value === 'page' || value === 'actual' || (typeof value === 'number' && value >= 10);
