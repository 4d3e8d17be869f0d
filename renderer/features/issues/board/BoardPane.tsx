import { useDroppable } from '@dnd-kit/core';
import type { KeyboardEvent } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import type { IssueEntryView } from '../../../../shared/contract/views.ts';
import type { EntryOrder } from '../../../../shared/domain/entryOrder.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { entryKindNames } from '../../../../shared/domain/issue.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { isComposing } from '../../../ui/keys.ts';
import { BoardRow, boardRowId } from './BoardRow.tsx';
import { type Board, type BoardEdit, type BoardGroup, groupsOf } from './board.ts';
import { boardKey } from './boardKeys.ts';
import type { DropPlace } from './drop.ts';
import './board.css';

export interface BoardPaneProps {
  board: Board;
  /** What the core knows of each entry; one just added may not be there yet. */
  views: ReadonlyMap<string, Pick<IssueEntryView, 'item'>>;
  lines: Readonly<Record<string, number>>;
  order: EntryOrder;
  selected: ItemId | null;
  /** Where what is dragged would fall. */
  falls: DropPlace | null;
  readOnly: boolean;
  onSelect: (id: ItemId) => void;
  onOpen: (id: ItemId) => void;
  onEdit: (edit: BoardEdit) => void;
}

/** The issue in printed order under its headings. One list for the keyboard: the keys are in `boardKey`. */
export function BoardPane(props: BoardPaneProps) {
  const { board, views, lines, order, selected, falls, readOnly, onSelect, onOpen, onEdit } = props;
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => shownGroups(groupsOf(board.entries), order, readOnly), [board, order, readOnly]);

  useEffect(() => {
    if (selected === null) return;
    document.getElementById(boardRowId(selected))?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.target !== list.current) return;
    const hit = boardKey(event, board.entries, selected, readOnly);
    if (!hit) return;
    event.preventDefault();
    switch (hit.type) {
      case 'select':
        return onSelect(hit.itemId);
      case 'open':
        return onOpen(hit.itemId);
      case 'edit':
        onEdit(hit.edit);
        if (hit.select !== null) onSelect(hit.select);
        return;
      default:
        return hit satisfies never;
    }
  };

  let place = 0;
  return (
    <div
      ref={list}
      className="board"
      role="listbox"
      aria-label="编排"
      tabIndex={0}
      aria-activedescendant={selected === null ? undefined : boardRowId(selected)}
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options
        <div key={`${group.section}/${group.kind}`} role="group" aria-label={groupName(group)} className="board-group">
          <GroupHead group={group} lines={lines} falls={falls} readOnly={readOnly} />
          {group.entries.map((entry) => {
            place += 1;
            return (
              <BoardRow
                key={entry.itemId}
                n={place}
                entry={entry}
                item={views.get(entry.itemId)?.item ?? null}
                lines={lines[entry.itemId] ?? null}
                order={order}
                selected={entry.itemId === selected}
                mark={falls?.type === 'entry' && falls.itemId === entry.itemId ? falls.side : null}
                readOnly={readOnly}
                onSelect={onSelect}
                onOpen={onOpen}
                onEdit={onEdit}
              />
            );
          })}
        </div>
      ))}
      {board.entries.length === 0 && !readOnly && (
        <EmptyState title="这一期还没有稿件" hint="在左边的预采用中选一条，按回车编入；也可以拖到这里。" />
      )}
    </div>
  );
}

interface GroupHeadProps {
  group: BoardGroup;
  lines: Readonly<Record<string, number>>;
  falls: DropPlace | null;
  readOnly: boolean;
}

function GroupHead({ group, lines, falls, readOnly }: GroupHeadProps) {
  const { section, kind, entries } = group;
  const place: DropPlace = { type: 'group', section, kind };
  const { setNodeRef } = useDroppable({ id: `group/${section}/${kind}`, data: place, disabled: readOnly });
  const here = falls?.type === 'group' && falls.section === section && falls.kind === kind;
  const sum = entries.reduce((total, { itemId }) => total + (lines[itemId] ?? 0), 0);
  return (
    <div ref={setNodeRef} className={`board-head${here ? ' board-head-over' : ''}`}>
      <span>{groupName(group)}</span>
      <span className="row-note">{entries.length === 0 ? '' : `${entries.length}条 ${sum}行`}</span>
    </div>
  );
}

const groupName = ({ section, kind }: Pick<BoardGroup, 'section' | 'kind'>) =>
  section === null ? entryKindNames[kind] : `${section} · ${entryKindNames[kind]}`;

/** What stands in the issue, and while it can be edited the empty places something can be dragged to. */
function shownGroups(filled: BoardGroup[], { sections, kinds }: EntryOrder, readOnly: boolean): BoardGroup[] {
  if (readOnly) return filled;
  const unsectioned = kinds.map(
    (kind) =>
      filled.find((group) => group.section === null && group.kind === kind) ?? { section: null, kind, entries: [] },
  );
  const rest = filled.filter(({ section }) => section !== null);
  const empty = sections
    .filter((section) => !rest.some((group) => group.section === section))
    .map((section): BoardGroup => ({ section, kind: 'item', entries: [] }));
  const rank = ({ section }: BoardGroup) => {
    const at = sections.indexOf(section ?? '');
    return at < 0 ? sections.length : at;
  };
  return [...unsectioned, ...[...rest, ...empty].sort((a, b) => rank(a) - rank(b))];
}
