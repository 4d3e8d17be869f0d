import { Link } from 'react-router';
import { useSession } from '../../app/session.ts';

export function AboutSettings() {
  const { version, office } = useSession();
  return (
    <div className="panel settings-panel">
      <h2>信息编刊工作站 {version}</h2>
      <dl className="facts">
        <dt>使用单位</dt>
        <dd>{office.name}</dd>
        <dt>数据</dt>
        <dd>全部存在本机的数据文件夹里；程序不连接互联网。</dd>
        <dt>使用说明</dt>
        <dd>
          <Link to="/help">打开使用说明</Link>（任何时候按 F1）
        </dd>
      </dl>
    </div>
  );
}
