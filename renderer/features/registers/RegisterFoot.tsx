import { Button, Popconfirm, Switch } from 'antd';

interface RegisterFootProps {
  name: string;
  active: boolean;
  /** What deleting does not do, or when it is refused. */
  deleteNote: string;
  onActive: (active: boolean) => void;
  onDelete: () => void;
}

/** The foot of an entry that can be set inactive or deleted. */
export function RegisterFoot({ name, active, deleteNote, onActive, onDelete }: RegisterFootProps) {
  return (
    <div className="panel-foot">
      <Switch aria-label="在用" checked={active} checkedChildren="在用" unCheckedChildren="停用" onChange={onActive} />
      <span className="spacer" />
      <Popconfirm title={`删除“${name}”？`} description={deleteNote} okText="删除" onConfirm={onDelete}>
        <Button danger>删除</Button>
      </Popconfirm>
    </div>
  );
}
