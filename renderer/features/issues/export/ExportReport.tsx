import { Button } from 'antd';
import type { ExportResult, IssueDetail } from '../../../../shared/contract/views.ts';
import { useSession } from '../../../app/session.ts';
import { hostBridge, sentenceOf, useDesk } from '../../../data/index.ts';
import { fileSize } from '../../../ui/format.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { fileAddress, PrintButton } from './PrintButton.tsx';

/** Written with an export only: it is about that one. */
const REPORT = '导出报告.txt';

/** What a person should read before printing, then what an export wrote: pages, files, fonts. */
export function ExportReport({ issue, result }: { issue: IssueDetail; result: ExportResult }) {
  const { capabilities } = useSession();
  const { client } = useDesk();
  const messages = useMessages();
  const download = (name: string) =>
    void client.download(fileAddress(issue.id, name)).catch((error: unknown) => messages.fail(sentenceOf(error)));
  const { check } = result;
  const findings = (check?.findings ?? []).map(({ page, text }) => (page === null ? text : `第${page}页：${text}`));
  const remarks = [...new Set([...findings, ...result.remarks])];

  return (
    <div role="status" className="export-report">
      <h3>{result.pages === null ? `已导出 ${result.files.length} 个文件` : `已导出 ${result.pages} 页`}</h3>
      <p className="export-path">{result.folder}</p>
      <div className="panel-foot">
        {capabilities.showInFolder && (
          <Button onClick={() => void hostBridge()?.showInFolder(result.folder)}>打开文件夹</Button>
        )}
      </div>
      {check && (
        <p className={check.verdict === 'pass' ? 'soft' : 'check-failed'}>
          版面检查：{check.verdict === 'pass' ? '合格，行、字、版记都在应在的位置' : '不合格，付印前请看下面各条'}
        </p>
      )}
      {remarks.length > 0 && (
        <ul className="remarks" aria-label="付印前请看">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <table className="plain-table">
        <thead>
          <tr>
            <th>文件</th>
            <th className="number">大小</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {result.files.map(({ name, bytes, sha256 }) => (
            <tr key={name}>
              <td title={`SHA-256 ${sha256}`}>{name}</td>
              <td className="number">{fileSize(bytes)}</td>
              <td className="number">
                {name.endsWith('.pdf') && (
                  <PrintButton issue={issue.id} name={name} link>
                    打印
                  </PrintButton>
                )}
                {name !== REPORT && (
                  <Button type="link" size="small" onClick={() => download(name)}>
                    下载
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>字体</h3>
      <table className="plain-table">
        <tbody>
          {result.fonts.map(({ role, used, substituted: other }) => (
            <tr key={role}>
              <td>{role}</td>
              <td>{used ?? '没有'}</td>
              <td>{other ? '代用' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
