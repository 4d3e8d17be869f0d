import type { ExportedFile, ExportResult } from '../../../../shared/contract/views.ts';

export const REPORT_NAME = '导出报告.txt';

interface Report extends Pick<ExportResult, 'pages' | 'check' | 'remarks' | 'fonts'> {
  label: string;
  proof: string | null;
  files: readonly ExportedFile[];
}

/**
 * The report of an export as it stays beside the files: what was written, what the pages were found to be, what they are
 * set in. Nothing in it changes when the same issue is exported again.
 */
export function reportText({ label, proof, files, pages, check, remarks, fonts }: Report): string {
  const verdicts = { pass: '合格', fail: '不合格，付印前请看下面各条' } as const;
  const findings = check?.findings.map(({ page, text }) => (page === null ? text : `第${page}页：${text}`)) ?? [];
  const notes = [...new Set([...findings, ...remarks])];
  const lines = [
    `${label}导出报告`,
    ...(proof === null ? [] : [`未签发，各页印有“${proof}”`]),
    '',
    ...(pages === null ? [] : [`页数：${pages}`]),
    `版面检查：${check === null ? '没有导出 PDF，未检查' : verdicts[check.verdict]}`,
    ...notes.map((note, i) => `${i + 1}. ${note}`),
    '',
    '字体：',
    ...fonts.map(({ role, used, substituted }) => `${role}：${used ?? '没有'}${substituted ? '（代用）' : ''}`),
    '',
    '文件（字节数，SHA-256）：',
    ...files.map(({ name, bytes, sha256 }) => `${name}\t${bytes}\t${sha256}`),
    '',
  ];
  return lines.join('\r\n');
}
