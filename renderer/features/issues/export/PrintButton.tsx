import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { IssueId } from '../../../../shared/domain/ids.ts';
import { useSession } from '../../../app/session.ts';

/** The issue's own pages, whatever its number; of one not signed yet the proof. */
export const printName = '付印.pdf';

export const fileAddress = (issue: IssueId, name: string) => `/files/issues/${issue}/${encodeURIComponent(name)}`;

/** Opens a PDF of ours to be printed, never a page of HTML: with the system's dialog where the host has it. */
export function PrintButton({
  issue,
  name,
  link = false,
  children,
}: {
  issue: IssueId;
  name: string;
  link?: boolean;
  children: ReactNode;
}) {
  const { capabilities } = useSession();
  const title = capabilities.print ? '打开打印对话框，请选“实际大小”' : '打开 PDF，从它的打印里按“实际大小”打印';
  return (
    <Button
      {...(link ? { type: 'link', size: 'small' } : {})}
      href={`${fileAddress(issue, name)}?show${capabilities.print ? '&print' : ''}`}
      target="_blank"
      rel="noopener"
      title={title}
    >
      {children}
    </Button>
  );
}
