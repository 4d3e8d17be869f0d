import { Button } from 'antd';
import type { Piece } from '../../../shared/text/split/pieces.ts';
import type { Split } from '../../../shared/text/split/review/index.ts';
import { roleNames } from './names.ts';

interface LeftoversProps {
  text: string;
  split: Split;
  current: Piece | null;
  onShow: (at: number) => void;
  /** Gives a stretch to an item as body text; `null` where nothing may be changed. */
  onGive: ((range: { start: number; end: number }, item: number) => void) | null;
}

/** What is in no item: fields of the issue, page furniture, words around the text. Nothing is thrown away. */
export function Leftovers({ text, split, current, onShow, onGive }: LeftoversProps) {
  const rest = split.pieces.filter(({ itemIndex, role }) => itemIndex === null && role !== 'layout');
  if (rest.length === 0) return null;
  return (
    <section className="split-rest" aria-label="不收入正文的文字">
      <h3>不收入正文的文字</h3>
      <ul>
        {rest.map((piece) => {
          const { start, end, role } = piece;
          const open = current?.start === start;
          return (
            <li key={start} className={open ? 'split-rest-open' : undefined}>
              <button type="button" onClick={() => onShow(start)}>
                <span className="split-rest-role">{role === 'leftover' ? '其他' : roleNames[role]}</span>
                <span className="split-rest-text">{text.slice(start, end)}</span>
              </button>
              {open && onGive && role === 'leftover' && (
                <Give split={split} piece={piece} onGive={(item) => onGive({ start, end }, item)} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Give({ split, piece, onGive }: { split: Split; piece: Piece; onGive: (item: number) => void }) {
  const owned = split.pieces.filter(({ itemIndex }) => itemIndex !== null);
  const above = owned.findLast(({ start }) => start < piece.start)?.itemIndex ?? null;
  const below = owned.find(({ start }) => start > piece.start)?.itemIndex ?? null;
  return (
    <span className="split-rest-give">
      {above !== null && (
        <Button size="small" onClick={() => onGive(above)}>
          归入第 {above + 1} 条
        </Button>
      )}
      {below !== null && below !== above && (
        <Button size="small" onClick={() => onGive(below)}>
          归入第 {below + 1} 条
        </Button>
      )}
    </span>
  );
}
