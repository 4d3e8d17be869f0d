import { Select } from 'antd';
import { useEffect, useRef } from 'react';
import type { SplitItem, SplitKind } from '../../../shared/text/split/document.ts';
import { UNSURE } from '../../../shared/text/split/index.ts';
import type { Split } from '../../../shared/text/split/review/index.ts';
import { Tag } from '../../ui/StateTag.tsx';
import { kindNames } from './names.ts';

interface ItemCardsProps {
  split: Split;
  items: readonly SplitItem[];
  /** Item numbers in the order they are shown: unsure ones first. */
  order: readonly number[];
  current: number | null;
  onCurrent: (item: number) => void;
  onKind: (item: number, kind: SplitKind) => void;
  readOnly: boolean;
}

/** The items as they will be taken, unsure ones first. */
export function ItemCards({ split, items, order, current, onCurrent, onKind, readOnly }: ItemCardsProps) {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a card is brought into view when it becomes the current one
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);
  return (
    <ol ref={list} className="split-cards" aria-label="拆出的各条">
      {order.map((index) => {
        const item = items[index];
        if (!item) return null;
        return (
          <Card
            key={index}
            index={index}
            item={item}
            confidence={split.confidence[index] ?? 1}
            open={index === current}
            onOpen={() => onCurrent(index)}
            onKind={(kind) => onKind(index, kind)}
            readOnly={readOnly}
          />
        );
      })}
    </ol>
  );
}

interface CardProps {
  index: number;
  item: SplitItem;
  confidence: number;
  open: boolean;
  onOpen: () => void;
  onKind: (kind: SplitKind) => void;
  readOnly: boolean;
}

function Card({ index, item, confidence, open, onOpen, onKind, readOnly }: CardProps) {
  const { title, kind, body, subheads, sourceText, bylineText, column, marker } = item;
  return (
    <li className={open ? 'split-card split-card-open' : 'split-card'} aria-current={open}>
      <header>
        <span className={`split-number split-tint-${index % 2}`}>{index + 1}</span>
        <Sureness confidence={confidence} />
        {open && !readOnly ? (
          <Select
            size="small"
            aria-label="种类"
            value={kind}
            onChange={onKind}
            options={Object.entries(kindNames).map(([value, label]) => ({ value: value as SplitKind, label }))}
          />
        ) : (
          <span className="soft">{kindNames[kind]}</span>
        )}
        {column !== null && <span className="soft">栏目：{column}</span>}
        <span className="spacer" />
        <span className="soft">{sourceText ?? bylineText ?? '没有来源'}</span>
      </header>
      <button type="button" className="split-card-body" onClick={onOpen}>
        <span className={title === null ? 'split-card-title soft' : 'split-card-title'}>
          {title ?? `${marker ?? ''}（没有标题）`}
        </span>
        {open ? (
          body.map((text, n) => (
            // Paragraphs are shown as they are now; a changed one is drawn anew.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={n} className={subheads.includes(n) ? 'split-card-subhead' : 'split-card-text'}>
              {text}
            </span>
          ))
        ) : (
          <span className="split-card-line">{shortened(body.join(''))}</span>
        )}
      </button>
    </li>
  );
}

/** Percent, and in words where somebody should look. */
function Sureness({ confidence }: { confidence: number }) {
  if (confidence >= 1) return <Tag tone="right">已核</Tag>;
  const percent = `${Math.round(confidence * 100)}%`;
  return confidence < UNSURE ? (
    <Tag tone="doubt">{`拿不准 ${percent}`}</Tag>
  ) : (
    <span className="soft count">{percent}</span>
  );
}

const shortened = (text: string): string => (text.length > 64 ? `${text.slice(0, 40)} … ${text.slice(-20)}` : text);
