import { Button } from 'antd';
import type { ItemRow } from '../../../../shared/contract/views.ts';
import type { Cut, FitProposal, PageAdvice } from '../../../../shared/page/index.ts';
import { meterText } from '../pages/PagesToolbar.tsx';
import type { Fitting } from './AdvicePanel.tsx';

/** An entry as the board names it. */
interface Named {
  id: string;
  words: string;
}

interface FitListProps {
  fits: readonly FitProposal[];
  shown: FitProposal | null;
  readOnly: boolean;
  onShow: (fit: FitProposal) => void;
}

/** 一键调整: each is shown in the pages before it is taken. */
export function FitList({ fits, shown, readOnly, onShow }: FitListProps) {
  if (readOnly || fits.length === 0) return null;
  return (
    <>
      <h3>一键调整（只改本期）</h3>
      <ul className="advice-list">
        {fits.map((fit) => (
          <li key={fit.label}>
            <span className="row-text">{fit.label}</span>
            <span className="row-note">{meterText(fit)}</span>
            <Button size="small" disabled={fit.label === shown?.label} onClick={() => onShow(fit)}>
              看效果
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface CutListProps {
  advice: PageAdvice;
  names: readonly Named[];
  onOpen: (cut: Cut) => void;
}

/** 压缩: where the fewest characters save the lines of a page. */
export function CutList({ advice, names, onOpen }: CutListProps) {
  const { cuts, linesToShorten, pages } = advice;
  if (cuts.length === 0) return null;
  const placeOf = (id: string) => names.findIndex((name) => name.id === id) + 1;
  return (
    <>
      <h3>
        减{linesToShorten}行可为{pages - 1}页，删字最少的是
      </h3>
      <p className="advice-cuts">
        {cuts.map((cut) => (
          <Button
            key={`${cut.entry}/${cut.block}`}
            size="small"
            title={names[placeOf(cut.entry) - 1]?.words ?? ''}
            onClick={() => onOpen(cut)}
          >
            第{placeOf(cut.entry)}条删{cut.characters}字
          </Button>
        ))}
      </p>
    </>
  );
}

/** Enough to choose from; the pool has the rest. */
const SHOWN = 5;

interface PoolListProps {
  items: readonly Fitting[];
  readOnly: boolean;
  onAdd: (item: ItemRow) => void;
}

/** 可加: what of the pool would fit into the free lines. */
export function PoolList({ items, readOnly, onAdd }: PoolListProps) {
  if (readOnly || items.length === 0) return null;
  return (
    <>
      <h3>最后一页放得下（行数为约数）</h3>
      <ul className="advice-list">
        {items.slice(0, SHOWN).map(({ item, words, lines }) => (
          <li key={item.id}>
            <span className="row-text" title={words}>
              {words}
            </span>
            <span className="row-note">{lines}行</span>
            <Button size="small" onClick={() => onAdd(item)}>
              编入
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** 各条: what cutting or adding would do. */
export function EntryTable({ advice, names, onOpen }: CutListProps) {
  if (advice.entries.length === 0) return null;
  const wordsOf = (id: string) => names.find((name) => name.id === id)?.words ?? '';
  return (
    <>
      <h3>各条增删</h3>
      <table className="plain-table advice-table">
        <thead>
          <tr>
            <th scope="col">稿件</th>
            <th scope="col">行数</th>
            <th scope="col">删</th>
            <th scope="col">加</th>
            <th scope="col">整条去掉</th>
          </tr>
        </thead>
        <tbody>
          {advice.entries.map((entry, i) => (
            <tr key={entry.entry}>
              <td title={wordsOf(entry.entry)}>
                <button
                  type="button"
                  className="advice-open"
                  onClick={() => onOpen({ entry: entry.entry, block: 0, characters: 0 })}
                >
                  {i + 1}　{wordsOf(entry.entry)}
                </button>
              </td>
              <td className="number">{entry.lines}</td>
              <td>{entry.charactersToSaveLine === null ? '—' : `${entry.charactersToSaveLine}字省1行`}</td>
              <td>{entry.charactersFree === 0 ? '1字即增行' : `${entry.charactersFree}字不增行`}</td>
              <td>{meterText({ pages: entry.pagesWithout, freeLines: entry.freeLinesWithout })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
