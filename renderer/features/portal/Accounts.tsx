import { Button, Checkbox, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { IssuedCode, PortalAccount } from '../../../shared/contract/portal/officeViews.ts';
import type { DepartmentId } from '../../../shared/domain/ids.ts';
import { matchesName } from '../../../shared/text/units/pinyin.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { shortMoment } from '../../ui/format.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { IssuedCodes } from './IssuedCodes.tsx';

interface AccountsProps {
  accounts: readonly PortalAccount[];
  urls: readonly string[];
  readOnly: boolean;
}

const codeWords: Record<PortalAccount['code'], string> = { none: '未发', slip: '已发，未改', own: '已自行设定' };

/** Which units may sign in; codes are given out and taken back here. */
export function Accounts({ accounts, urls, readOnly }: AccountsProps) {
  const [search, setSearch] = useState('');
  const [marked, setMarked] = useState<ReadonlySet<DepartmentId>>(new Set());
  const [issued, setIssued] = useState<IssuedCode[]>([]);
  const issue = useCommand('portal.issueCodes');
  const lock = useCommand('portal.lock');
  const rows = accounts.filter(({ name }) => matchesName(search, name));
  const chosen = rows.filter(({ departmentId }) => marked.has(departmentId)).map(({ departmentId }) => departmentId);
  const without = accounts.filter(({ code }) => code === 'none').map(({ departmentId }) => departmentId);
  const mark = (ids: readonly DepartmentId[], on: boolean) =>
    setMarked((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  const giveOut = (ids: DepartmentId[]) =>
    void issue.run({ departmentIds: ids }).then(
      (codes) => {
        setIssued(codes);
        setMarked(new Set());
      },
      () => {},
    );
  const failure = issue.error ?? lock.error;

  if (accounts.length === 0)
    return (
      <EmptyState
        title="还没有来稿单位"
        hint={
          <>
            请先在<Link to="/registers/departments">来稿单位</Link>里添加，再发给密码。
          </>
        }
      />
    );
  return (
    <>
      <div className="portal-tools">
        <SearchField value={search} onChange={setSearch} placeholder="查找单位" />
        {!readOnly && (
          <>
            <Popconfirm
              title={`给 ${chosen.length} 个单位发新密码？`}
              description="原密码即刻作废，已登录的要重新登录。"
              okText="发密码"
              cancelText="取消"
              onConfirm={() => giveOut(chosen)}
              disabled={chosen.length === 0}
            >
              <Button disabled={chosen.length === 0} loading={issue.running}>
                给选中的发密码
              </Button>
            </Popconfirm>
            {without.length > 0 && (
              <Button loading={issue.running} onClick={() => giveOut(without)}>
                给未发的 {without.length} 个单位发密码
              </Button>
            )}
          </>
        )}
      </div>
      {failure && <ErrorNote text={sentenceOf(failure)} />}
      {issued.length > 0 && <IssuedCodes codes={issued} url={urls[0] ?? null} onClose={() => setIssued([])} />}
      <table className="plain-table" aria-label="单位密码">
        <thead>
          <tr>
            <th>
              <Checkbox
                aria-label="全选"
                checked={rows.length > 0 && chosen.length === rows.length}
                indeterminate={chosen.length > 0 && chosen.length < rows.length}
                disabled={readOnly}
                onChange={(event) =>
                  mark(
                    rows.map(({ departmentId }) => departmentId),
                    event.target.checked,
                  )
                }
              />
            </th>
            <th>单位</th>
            <th>组别</th>
            <th>密码</th>
            <th>最近登录</th>
            <th>状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((account) => (
            <tr key={account.departmentId}>
              <td>
                <Checkbox
                  aria-label={`选中${account.name}`}
                  checked={marked.has(account.departmentId)}
                  disabled={readOnly}
                  onChange={(event) => mark([account.departmentId], event.target.checked)}
                />
              </td>
              <td>{account.name}</td>
              <td className="soft">{account.group}</td>
              <td>{codeWords[account.code]}</td>
              <td className="soft">{account.lastSignIn === null ? '—' : shortMoment(account.lastSignIn)}</td>
              <td>
                {account.code !== 'none' && (
                  <Button
                    size="small"
                    type="text"
                    disabled={readOnly}
                    onClick={() =>
                      void lock.run({ departmentId: account.departmentId, locked: !account.locked }).catch(() => {})
                    }
                  >
                    {account.locked ? '已停用，启用' : '停用'}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
