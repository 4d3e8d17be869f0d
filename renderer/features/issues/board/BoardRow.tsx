import { MoreOutlined } from '@ant-design/icons';
import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Dropdown, type MenuProps } from 'antd';
import type { ItemRow } from '../../../../shared/contract/views.ts';
import { entryKinds } from '../../../../shared/domain/bulletin.ts';
import type { EntryOrder } from '../../../../shared/domain/entryOrder.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { entryKindNames } from '../../../../shared/domain/issue.ts';
import type { BoardEdit, BoardEntry } from './board.ts';
import type { Dragged, DropPlace } from './drop.ts';

interface BoardRowProps {
  /** Its place in print. */
  n: number;
  entry: BoardEntry;
  /** `null` for the moment until the core has answered. */
  item: ItemRow | null;
  lines: number | null;
  order: EntryOrder;
  selected: boolean;
  /** Something dragged would fall before or after it. */
  mark: 'before' | 'after' | null;
  readOnly: boolean;
  onSelect: (id: ItemId) => void;
  onOpen: (id: ItemId) => void;
  onEdit: (edit: BoardEdit) => void;
}

export function BoardRow(props: BoardRowProps) {
  const { n, entry, item, lines, order, selected, mark, readOnly, onSelect, onOpen, onEdit } = props;
  const { itemId, kind } = entry;
  const words = item ? itemWords(item, kind) : '…';
  const dragged: Dragged = { itemId, pooled: null, words };
  const place: DropPlace = { type: 'entry', itemId, side: 'before' };
  const drag = useDraggable({ id: `board/${itemId}`, data: dragged, disabled: readOnly });
  const drop = useDroppable({ id: `entry/${itemId}`, data: place, disabled: readOnly });
  const names = [
    'board-row',
    selected && 'row-current',
    drag.isDragging && 'board-row-dragged',
    mark && `drop-${mark}`,
  ];
  return (
    // The board itself takes the keys; a row is reached through aria-activedescendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      ref={(node) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      id={boardRowId(itemId)}
      role="option"
      aria-selected={selected}
      className={names.filter(Boolean).join(' ')}
      onClick={() => onSelect(itemId)}
      onDoubleClick={() => onOpen(itemId)}
      {...drag.listeners}
    >
      <span className="board-n">{kind === 'brief' ? '△' : n}</span>
      <span className="row-text" title={words}>
        {words}
      </span>
      {item && item.openQuestions > 0 && <span className="tag tag-doubt">问题{item.openQuestions}</span>}
      <span className="row-note">{lines === null ? '' : `${lines}行`}</span>
      {!readOnly && (
        <Dropdown trigger={['click']} menu={rowMenu(entry, order, onEdit, onOpen)}>
          {/* For the mouse alone: an option must hold nothing that takes the focus, and each entry of the menu has its key. */}
          <span className="board-more" aria-hidden title="更多" onClick={() => onSelect(itemId)}>
            <MoreOutlined />
          </span>
        </Dropdown>
      )}
    </div>
  );
}

export const boardRowId = (id: ItemId) => `board-${id}`;

/** How a list names an item: its title, and for a brief, which has none, its opening. */
export const itemWords = ({ title, excerpt }: ItemRow, kind: ItemRow['kind']): string =>
  kind === 'brief' || title === '' ? excerpt : title;

function rowMenu(
  { itemId, kind, section }: BoardEntry,
  { sections }: EntryOrder,
  onEdit: (edit: BoardEdit) => void,
  onOpen: (id: ItemId) => void,
): MenuProps {
  const places = [...new Set([...sections, ...(section === null ? [] : [section])])];
  return {
    items: [
      { key: 'open', label: '修改文字', extra: '回车' },
      { type: 'divider' },
      ...entryKinds.map((other, i) => ({
        key: `kind/${other}`,
        label: `改为${entryKindNames[other]}`,
        extra: String(i + 1),
        disabled: other === kind,
      })),
      ...(places.length === 0
        ? []
        : [
            {
              key: 'section',
              label: '栏目',
              children: [
                { key: 'section/', label: '不设栏目', disabled: section === null },
                ...places.map((name) => ({ key: `section/${name}`, label: name, disabled: name === section })),
              ],
            },
          ]),
      { type: 'divider' },
      { key: 'up', label: '上移', extra: 'Alt+↑' },
      { key: 'down', label: '下移', extra: 'Alt+↓' },
      { type: 'divider' },
      { key: 'remove', label: '取出', extra: 'Delete', danger: true },
    ],
    onClick: ({ key, domEvent }) => {
      domEvent.stopPropagation();
      const [what = '', ...rest] = key.split('/');
      const name = rest.join('/');
      const chosen = entryKinds.find((one) => one === name);
      if (what === 'open') onOpen(itemId);
      else if (what === 'kind' && chosen) onEdit({ type: 'setKind', itemId, kind: chosen });
      else if (what === 'section') onEdit({ type: 'setSection', itemId, section: name === '' ? null : name });
      else if (what === 'up') onEdit({ type: 'shift', itemId, by: -1 });
      else if (what === 'down') onEdit({ type: 'shift', itemId, by: 1 });
      else if (what === 'remove') onEdit({ type: 'remove', itemId });
    },
  };
}
