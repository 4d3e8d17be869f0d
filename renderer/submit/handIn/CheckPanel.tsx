import type { HandInCheck } from '../../../shared/contract/portal/views.ts';
import { moment } from '../format.ts';

const severityWords = { error: '错误', warning: '提醒', query: '请核' } as const;

/** What was found before sending. Nothing here keeps a unit from sending. */
export function CheckPanel({ check }: { check: HandInCheck }) {
  return (
    <section className="check" aria-label="报送前检查">
      <h2>报送前请看一下</h2>
      <ul>
        {check.missing.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {check.similar.map(({ number, title, at }) => (
          <li key={number}>
            与 {moment(at)} 已报送的{number}“{title}”内容相近，是否重复？
          </li>
        ))}
        {check.findings.map(({ place, message, severity }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be found twice
          <li key={i}>
            <span className={severity === 'error' ? 'tag tag-error' : 'tag'}>{severityWords[severity]}</span>
            <q>{place}</q> {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
