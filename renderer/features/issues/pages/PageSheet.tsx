import { type MouseEvent, memo } from 'react';
import type { PreviewLine } from '../../../../shared/contract/views.ts';

interface PageSheetProps {
  n: number;
  /** Address of the drawing; `null` while it is not there. */
  url: string | null;
  /** Lines of this page. */
  lines: readonly PreviewLine[];
  /** Size of the page, mm, and the width it is drawn at, CSS px. */
  widthMm: number;
  heightMm: number;
  widthPx: number;
  selected: string | null;
  onPick: (entryId: string) => void;
  onOpen: (entryId: string) => void;
}

/** One page as it will be printed, over it its lines: a click on one leads to its text. */
export const PageSheet = memo(function PageSheet(props: PageSheetProps) {
  const { n, url, lines, widthMm, heightMm, widthPx, selected, onPick, onOpen } = props;
  const at = (event: MouseEvent) => {
    const hit = event.target instanceof HTMLElement ? event.target.dataset['entry'] : undefined;
    return hit ?? null;
  };
  return (
    // Everything a click does here the board does by keys; the page only shows the way.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <figure
      className="page-sheet"
      data-page={n}
      style={{ width: widthPx, height: (widthPx * heightMm) / widthMm }}
      aria-label={`第${n}页`}
      onClick={(event) => {
        const entry = at(event);
        if (entry) onPick(entry);
      }}
      onDoubleClick={(event) => {
        const entry = at(event);
        if (entry) onOpen(entry);
      }}
    >
      {/* Keyed by nothing: one element keeps the drawing before until the next one is ready. */}
      {url !== null && <img src={url} alt="" draggable={false} />}
      {lines.map((line, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
          key={i}
          data-entry={line.entryId}
          className={line.entryId === selected ? 'page-line page-line-on' : 'page-line'}
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
