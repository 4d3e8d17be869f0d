import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { KeyBinding } from '../../../ui/keys.ts';
import type { IssueEdits } from '../useIssueEdits.ts';

/** The keys of the desk besides those of the lists, and for the sheet what the lists hear. */
export function boardShortcuts(
  { board, edit }: IssueEdits,
  selected: ItemId | null,
  select: (id: ItemId) => void,
  readOnly: boolean,
): KeyBinding[] {
  const group = '编排';
  const step = (by: -1 | 1) => () => {
    const at = board.entries.findIndex(({ itemId }) => itemId === selected);
    const next = board.entries[at < 0 ? 0 : at + by];
    if (next) select(next.itemId);
  };
  const idle = () => {};
  const shown = (key: string, label: string): KeyBinding => ({ key, label, group, run: idle, enabled: false });
  return [
    { key: 'J', label: '下一条', group, run: step(1) },
    { key: 'K', label: '上一条', group, run: step(-1) },
    ...(readOnly
      ? []
      : [
          { key: 'Ctrl+Z', label: '撤销编排', group, run: () => edit({ type: 'undo' }) },
          { key: 'Ctrl+Y', label: '重做编排', group, run: () => edit({ type: 'redo' }) },
          shown('回车', '预采用：编入；编排：修改文字'),
          shown('Delete', '取出'),
          shown('Alt+↑↓', '上移、下移'),
          shown('1 2 3', '头条、稿件、简讯'),
        ]),
  ];
}
