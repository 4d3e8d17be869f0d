import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { PreviewLine } from '../../../../shared/contract/views.ts';
import { sentenceOf } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useRemembered } from '../../../ui/remembered.ts';
import { PageSheet } from './PageSheet.tsx';
import { PagesToolbar } from './PagesToolbar.tsx';
import type { PagesState } from './usePreview.ts';
import { useSize } from './useSize.ts';
import { pageWidth, type Sheet, spreads, type Zoom } from './zoom.ts';
import './pages.css';

interface PagesPaneProps {
  pages: PagesState;
  selected: string | null;
  onPick: (entryId: string) => void;
  onOpen: (entryId: string) => void;
}

/** The pages that will be printed, at any size, one below the other or as spreads. */
export function PagesPane({ pages, selected, onPick, onOpen }: PagesPaneProps) {
  const { preview, error, busy, urlOf, retry } = pages;
  const [zoom, setZoom] = useRemembered<Zoom>('pages.zoom', 'width', isZoom);
  const [across, setAcross] = useRemembered<1 | 2>('pages.across', 1, (value) => value === 1 || value === 2);
  const scroller = useRef<HTMLDivElement>(null);
  const pane = useSize(scroller);
  const sheet: Sheet = { widthMm: preview?.width ?? 210, heightMm: preview?.height ?? 297, across };
  const width = pageWidth(zoom, sheet, pane);
  const linesByPage = useMemo(() => byPage(preview?.lines ?? []), [preview]);
  useShownLines(scroller, selected);

  return (
    <div className="pages-pane">
      <PagesToolbar
        meter={preview?.meter ?? null}
        busy={busy}
        zoom={zoom}
        width={width}
        sheet={sheet}
        onZoom={setZoom}
        onAcross={setAcross}
      />
      {error !== null && <ErrorNote text={sentenceOf(error)} onRetry={retry} />}
      {preview && preview.meter.warnings.length > 0 && (
        <p className="pages-warning" role="status">
          {preview.meter.warnings.map(({ text }) => text).join('；')}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must take the arrow keys */}
      <section ref={scroller} className="pages-scroller" tabIndex={0} aria-label="印出的各页" aria-busy={busy}>
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
                    url={urlOf(preview.pages[n - 1]?.hash ?? '')}
                    lines={linesByPage.get(n) ?? noLines}
                    widthMm={sheet.widthMm}
                    heightMm={sheet.heightMm}
                    widthPx={width}
                    selected={selected}
                    onPick={onPick}
                    onOpen={onOpen}
                  />
                ),
              )}
            </div>
          ))}
      </section>
    </div>
  );
}

const noLines: readonly PreviewLine[] = [];

function byPage(lines: readonly PreviewLine[]): Map<number, PreviewLine[]> {
  const pages = new Map<number, PreviewLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page) page.push(line);
    else pages.set(line.page, [line]);
  }
  return pages;
}

/** Brings the lines of an entry chosen on the board into view, without moving pages where one is seen already. */
function useShownLines(scroller: RefObject<HTMLElement | null>, selected: string | null): void {
  useEffect(() => {
    const frame = scroller.current;
    if (selected === null || !frame) return;
    const line = frame.querySelector<HTMLElement>(`[data-entry="${CSS.escape(selected)}"]`);
    const outer = frame.getBoundingClientRect();
    const inner = line?.getBoundingClientRect();
    if (!line || !inner || (inner.top >= outer.top && inner.bottom <= outer.bottom)) return;
    frame.scrollTo({ top: frame.scrollTop + inner.top - outer.top - outer.height / 4 });
  }, [scroller, selected]);
}

const isZoom = (value: unknown): boolean =>
  value === 'width' || value === 'page' || value === 'actual' || (typeof value === 'number' && value >= 10);
