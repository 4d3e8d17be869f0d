import { rangesInWords } from '../../../../shared/domain/backIssue.ts';
import { useMethod } from '../../../data/index.ts';
import { Part } from '../../../ui/Part.tsx';

/** Which numbers are missing or stand twice, year by year and over the running totals. */
export function BackNumbers() {
  const { data } = useMethod('backIssues.numbers', {}, { keep: true });
  if (!data || data.years.length === 0) return null;
  const publications = new Set(data.years.map(({ publication }) => publication));
  const nameOf = (publication: string) => (publications.size > 1 ? `《${publication}》` : '');
  return (
    <Part title="期号核对">
      <ul className="back-years">
        {data.years.map(({ publicationId, publication, year, standing, drafts, missing, doubled }) => (
          <li key={`${publicationId} ${year}`}>
            <strong>
              {nameOf(publication)}
              {year}年
            </strong>
            <span className="soft">
              {'　'}往期 {standing} 期{drafts > 0 && `，待补录 ${drafts} 期`}
            </span>
            {missing.length > 0 && <div className="back-doubt">缺第 {rangesInWords(missing)} 期</div>}
            {doubled.length > 0 && <div className="back-wrong">第 {doubled.join('、')} 期重复</div>}
          </li>
        ))}
        {data.totals.map(({ publicationId, publication, missing, doubled }) => (
          <li key={publicationId}>
            <strong>{nameOf(publication)}总期号</strong>
            {missing.length > 0 && <div className="back-doubt">缺 {rangesInWords(missing)}</div>}
            {doubled.length > 0 && <div className="back-wrong">{doubled.join('、')} 重复</div>}
          </li>
        ))}
      </ul>
    </Part>
  );
}
