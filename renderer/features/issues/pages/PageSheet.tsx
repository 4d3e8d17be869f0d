import { type MouseEvent, memo, useLayoutEffect, useRef } from 'react';
import type { PageDrawing, PreviewLine } from '../../../../shared/contract/views.ts';
import type { TextPlace } from './Previewer.ts';
import type { PageStore } from './pageStore.ts';
import { paint } from './paint.ts';

interface PageSheetProps {
  n: number;
  /** In or near the view: only then it holds a bitmap. */
  near: boolean;
  /** `null` while it is not there. */
  drawing: PageDrawing | null;
  store: PageStore;
  /** Size of the page, mm, and the width it is drawn at, CSS px. */
  widthMm: number;
  heightMm: number;
  widthPx: number;
  selected: string | null;
  /** Index of the line the caret stands in; -1 where it is on another page. */
  caretLine: number;
  /** Repaints when a picture has been loaded. */
  pictures: number;
  /** A click on a line. */
  onPick: (place: TextPlace) => void;
}

/** One page as it will be printed, over it its lines: a click on one leads to its text. */
export const PageSheet = memo(function PageSheet(props: PageSheetProps) {
  const { n, near, drawing, widthMm, heightMm, widthPx, selected, caretLine, onPick } = props;
  const lines = near ? (drawing?.lines ?? noLines) : noLines;
  return (
    // Everything a click does here the board does by keys; the page only shows the way.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <figure
      className="page-sheet"
      data-page={n}
      style={{ width: widthPx, height: (widthPx * heightMm) / widthMm }}
      aria-label={`第${n}页`}
      onClick={(event) => {
        const place = placeAt(event, lines);
        if (place) onPick(place);
      }}
    >
      {near && <Painting {...props} />}
      {lines.map((line, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
          key={i}
          data-line={i}
          data-entry={line.entryId}
          className={classOf(line.entryId === selected, i === caretLine)}
          style={{
            left: `${(100 * line.x) / widthMm}%`,
            top: `${(100 * line.y) / heightMm}%`,
            width: `${(100 * line.width) / widthMm}%`,
            height: `${(100 * line.height) / heightMm}%`,
          }}
        />
      ))}
    </figure>
  );
});

const noLines: readonly PreviewLine[] = [];

function classOf(selected: boolean, caret: boolean): string {
  return `page-line${selected ? ' page-line-on' : ''}${caret ? ' page-line-caret' : ''}`;
}

/** What of the text was clicked: the line, and about how far along it. */
function placeAt({ target, clientX }: MouseEvent, lines: readonly PreviewLine[]): TextPlace | null {
  const line = target instanceof HTMLElement ? lines[Number(target.dataset['line'])] : undefined;
  if (!line || !(target instanceof HTMLElement)) return null;
  const { left, width } = target.getBoundingClientRect();
  const along = width > 0 ? Math.min(1, Math.max(0, (clientX - left) / width)) : 0;
  const { entryId, block, from, to } = line;
  return { entryId, block, offset: from + Math.round((to - from) * along) };
}

const PT_PER_INCH = 72;
const MM_PER_INCH = 25.4;
/** Larger bitmaps are drawn coarser rather than take a hundred megabytes each. */
const MOST_PIXELS = 12_000_000;

/** The drawing on a canvas. Keeps what it shows until the next drawing is there. */
function Painting({ drawing, store, widthMm, heightMm, widthPx, pictures }: PageSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = devicePixelRatio || 1;
  const finest = Math.sqrt(MOST_PIXELS / (widthPx * widthPx * (heightMm / widthMm)));
  const width = Math.max(1, Math.round(widthPx * Math.min(ratio, finest)));
  const height = Math.round((width * heightMm) / widthMm);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `pictures` tells that one can be painted now
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!canvas.current || !context || !drawing) return;
    // Setting the size empties a canvas.
    if (canvas.current.width !== width) canvas.current.width = width;
    if (canvas.current.height !== height) canvas.current.height = height;
    paint(context, drawing, store, (width * MM_PER_INCH) / (widthMm * PT_PER_INCH));
  }, [drawing, store, width, height, widthMm, pictures]);
  return <canvas ref={canvas} aria-hidden />;
}
