import { Button } from 'antd';
import { useRef } from 'react';
import type { IssuedCode } from '../../../shared/contract/portal/officeViews.ts';
import { useSession } from '../../app/session.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';

interface IssuedCodesProps {
  codes: readonly IssuedCode[];
  /** Where the page is found; `null` while it is off. */
  url: string | null;
  onClose: () => void;
}

/** Codes just made, shown this once: only their hashes are kept. */
export function IssuedCodes({ codes, url, onClose }: IssuedCodesProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  const slips = codes.map(({ name, code }) => slipText(name, code, url)).join('\n\n');
  return (
    <section className="issued-codes" aria-label="新发的密码">
      <p>
        <strong>{codes.length} 个单位的密码只显示这一次</strong>，请现在打印或复制，裁开后分送；首次登录时须修改。
      </p>
      <textarea ref={text} readOnly rows={Math.min(12, codes.length * 5)} value={slips} aria-label="密码单" />
      <div className="panel-foot">
        <PrintSlips codes={codes} />
        <Button
          onClick={() => {
            text.current?.select();
            document.execCommand('copy');
          }}
        >
          全部复制
        </Button>
        <Button onClick={onClose}>已收好，关闭</Button>
      </div>
    </section>
  );
}

/** One slip a unit, with the address and its square code; opened beside, never written to a folder. */
function PrintSlips({ codes }: { codes: readonly IssuedCode[] }) {
  const { capabilities } = useSession();
  const { run, running, error } = useCommand('portal.slips');
  const open = async () => {
    const { id } = await run({ slips: codes.map(({ name, code }) => ({ name, code })) });
    window.open(`/files/slips/${id}.pdf?show${capabilities.print ? '&print' : ''}`, '_blank', 'noopener');
  };
  return (
    <>
      <Button type="primary" loading={running} onClick={() => void open().catch(() => {})}>
        打印密码单
      </Button>
      {error && <ErrorNote text={sentenceOf(error)} />}
    </>
  );
}

const slipText = (name: string, code: string, url: string | null): string =>
  [
    `${name}　信息报送密码`,
    `密码：${code}`,
    ...(url === null ? [] : [`地址：${url}`]),
    '首次登录须修改密码，请勿转借。',
  ].join('\n');
