import type { SignInRow } from '../../../shared/contract/portal/officeViews.ts';
import { useMethod } from '../../data/index.ts';
import { fullMoment } from '../../ui/format.ts';

const outcomeWords: Record<SignInRow['outcome'], string> = {
  in: '登录',
  refused: '密码不对',
  slowed: '试得太多',
  out: '退出',
};

/** Every sign-in and every refusal, newest first. */
export function SignIns() {
  const { data = [] } = useMethod('portal.signIns', { limit: 50 });
  return (
    <section>
      <h3>登录记录</h3>
      {data.length === 0 && <p className="soft">还没有登录过。</p>}
      <ol className="sign-ins">
        {data.map((row) => (
          <li key={row.seq} className={row.outcome === 'refused' || row.outcome === 'slowed' ? 'doubtful' : ''}>
            <span className="soft">{fullMoment(row.at)}</span> {row.name} {outcomeWords[row.outcome]}{' '}
            <span className="soft">{row.address}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
