import { Button } from 'antd';
import type { SaveState } from './draft/autosaver.ts';

/** Whether the text is safe: 已保存, 保存中, 没保存上. */
export function SaveMark({ state, onSave }: { state: SaveState; onSave: () => void }) {
  switch (state.name) {
    case 'saved':
      return <span className="save-mark save-done">已保存</span>;
    case 'unsaved':
    case 'saving':
      return <span className="save-mark">保存中…</span>;
    case 'failed':
    case 'refused':
    case 'conflict':
      return (
        <span className="save-mark save-failed" role="alert">
          没保存上
          {state.name === 'failed' && (
            <Button size="small" type="link" danger onClick={onSave}>
              重试
            </Button>
          )}
        </span>
      );
    default:
      return state satisfies never;
  }
}
