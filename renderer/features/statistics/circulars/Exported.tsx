import { Button } from 'antd';
import type { ExportResult } from '../../../../shared/contract/views.ts';
import { useSession } from '../../../app/session.ts';
import { hostBridge } from '../../../data/index.ts';

/** Where an export lies, what it wrote, and what should be read before printing. */
export function Exported({ result: { folder, files, pages, check, remarks } }: { result: ExportResult }) {
  const { capabilities } = useSession();
  const findings = (check?.findings ?? []).map(({ page, text }) => (page === null ? text : `第${page}页：${text}`));
  const notes = [...new Set([...findings, ...remarks])];
  return (
    <div role="status">
      <h3>{pages === null ? '已导出' : `已导出，共${pages}页`}</h3>
      <p className="export-path">{folder}</p>
      <p className="row-note">{files.map(({ name }) => name).join('、')}</p>
      {notes.length > 0 && (
        <ul className="remarks" aria-label="付印前请看">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {capabilities.showInFolder && <Button onClick={() => void hostBridge()?.showInFolder(folder)}>打开文件夹</Button>}
    </div>
  );
}
