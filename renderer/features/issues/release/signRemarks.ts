import type { IssueDetail, PageMeterView } from '../../../../shared/contract/views.ts';

/** What a signer should have seen before the issue is frozen; nothing here forbids signing. */
export function signRemarks(issue: IssueDetail, meter: PageMeterView | null): string[] {
  const { entries, resolved, editors } = issue;
  const unsigned = entries.flatMap(({ item, kind }, i) => (item.source === '' && kind !== 'lead' ? [i + 1] : []));
  return [
    ...(meter?.warnings.map(({ text }) => text) ?? []),
    ...(unsigned.length > 0 ? [`没有来稿单位：第${unsigned.join('、')}条`] : []),
    ...(resolved.rows.length === 0 ? ['没有发送范围，版记中不印报、送、发'] : []),
    ...(resolved.total === 0 ? ['印数是 0'] : []),
    ...(resolved.repeated.length > 0 ? [`发送范围中重复，只计一次：${resolved.repeated.join('、')}`] : []),
    ...(editors.length === 0 ? ['没有填责任编辑'] : []),
  ];
}
