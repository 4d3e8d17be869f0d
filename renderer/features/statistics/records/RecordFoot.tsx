import { Button, Popconfirm } from 'antd';

interface RecordFootProps {
  /** It is not stored yet. */
  fresh: boolean;
  ready: boolean;
  saving: boolean;
  /** What is asked before it is deleted. */
  deleting: { title: string; description?: string };
  onKeep: () => void;
  onLeave: () => void;
  onDelete: () => void;
}

/** The buttons below a record that counts for points. */
export function RecordFoot({ fresh, ready, saving, deleting, onKeep, onLeave, onDelete }: RecordFootProps) {
  return (
    <div className="panel-foot">
      <Button type="primary" disabled={!ready} loading={saving} onClick={onKeep}>
        {fresh ? '登记' : '保存'}
      </Button>
      <Button onClick={onLeave}>取消</Button>
      {!fresh && (
        <Popconfirm {...deleting} okText="删除" cancelText="不删除" onConfirm={onDelete}>
          <Button danger>删除</Button>
        </Popconfirm>
      )}
    </div>
  );
}
