import { type ReactNode, useState } from 'react';
import { ChangeCode } from './ChangeCode.tsx';
import { usePortal } from './portal.tsx';
import { useRoute } from './route.ts';

/** Head and tabs around every screen of a signed-in unit. */
export function Frame({ children, onSignOut }: { children: ReactNode; onSignOut: () => void }) {
  const { client, unit, refresh } = usePortal();
  const { screen } = useRoute();
  const here = screen === 'circular' ? 'mine' : screen;
  const [changing, setChanging] = useState(false);
  const tab = (to: typeof here, name: string, count = 0) => (
    <a href={`#/${to}`} aria-current={here === to ? 'page' : undefined}>
      {name}
      {count > 0 && <span className="count">{count}</span>}
    </a>
  );
  return (
    <>
      <header className="head">
        <div className="head-names">
          <strong>信息报送</strong>
          <span className="quiet">{unit.office}</span>
        </div>
        <div className="head-unit">
          <span>{unit.unit}</span>
          <button type="button" className="plain" onClick={() => setChanging(!changing)}>
            修改密码
          </button>
          <button type="button" className="plain" onClick={onSignOut}>
            退出
          </button>
        </div>
        <nav className="tabs" aria-label="栏目">
          {tab('write', '报送')}
          {tab('mine', '我的来稿', unit.waiting.returned)}
          {tab('asked', '约稿', unit.waiting.commissions)}
          {tab('topics', '报送要点')}
        </nav>
      </header>
      <main>
        {changing ? (
          <ChangeCode
            client={client}
            unit={unit.unit}
            first={false}
            onDone={() => {
              setChanging(false);
              refresh();
            }}
          />
        ) : (
          children
        )}
      </main>
    </>
  );
}
