import type { ImprintRow } from '../../../../shared/domain/bulletin.ts';

/** The rows of the imprint as they will stand on the last page, in its face. */
export function PrintedRows({ rows, total }: { rows: readonly ImprintRow[]; total: number }) {
  if (rows.length === 0) return <p className="soft">没有报、送、发各行。</p>;
  return (
    <section className="printed-rows" aria-label="版记">
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows may read the same
        <div key={i} className="printed-row">
          <span className="printed-label">{row.label}：</span>
          <span className="printed-text">{row.text}</span>
          {row.right && <span>{row.right}</span>}
        </div>
      ))}
      <div className="printed-total">印数 {total} 份</div>
    </section>
  );
}
