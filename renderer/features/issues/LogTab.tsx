import type { LogRow } from '../../../shared/contract/views.ts';
import { fullMoment } from '../../ui/format.ts';

/** Who did what when with an issue, the latest first. */
export function LogTab({ log }: { log: readonly LogRow[] }) {
  return (
    <div className="panel">
      <table className="plain-table">
        <thead>
          <tr>
            <th>时间</th>
            <th>谁</th>
            <th>做了什么</th>
          </tr>
        </thead>
        <tbody>
          {[...log]
            .sort((a, b) => b.seq - a.seq)
            .map(({ seq, at, person, text }) => (
              <tr key={seq}>
                <td>{fullMoment(at)}</td>
                <td>{person}</td>
                <td>{text}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
