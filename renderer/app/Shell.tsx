import { Spin } from 'antd';
import { Suspense, useState } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { useDesk } from '../data/index.ts';
import { UrgentAlert } from '../features/portal/UrgentAlert.tsx';
import { IntakeProvider } from '../features/submissions/intake/Intake.tsx';
import { useKeys } from '../ui/keys.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { KeySheet } from './KeySheet.tsx';
import { LostLine } from './LostLine.tsx';
import { Rail } from './Rail.tsx';
import { screens } from './screens.tsx';
import { TitleBar } from './TitleBar.tsx';

/** One window: the rail on the left, the title bar, one screen. */
export function Shell() {
  const { connection } = useDesk();
  const [sheetOpen, setSheetOpen] = useState(false);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useKeys([
    { key: '?', label: '显示快捷键', group: '通用', run: () => setSheetOpen(true) },
    { key: 'F1', label: '使用说明', group: '通用', whileTyping: true, run: () => void navigate('/help') },
  ]);
  return (
    <IntakeProvider>
      <UrgentAlert />
      <div className="shell">
        <Rail />
        <div className="shell-main">
          <TitleBar onKeys={() => setSheetOpen(true)} />
          {connection === 'lost' && <LostLine />}
          <main className="shell-screen">
            <ErrorBoundary key={pathname.split('/')[1]}>
              <Suspense fallback={<Spin className="start-spin" delay={300} />}>
                <Routes>
                  {screens.map(({ path, Component }) => (
                    <Route key={path} path={path}>
                      <Route index element={<Component />} />
                      <Route path=":id" element={<Component />} />
                    </Route>
                  ))}
                  <Route path="*" element={<Navigate to="/submissions" replace />} />
                </Routes>
              </Suspense>
            </ErrorBoundary>
          </main>
        </div>
        <KeySheet open={sheetOpen} onClose={() => setSheetOpen(false)} />
      </div>
    </IntakeProvider>
  );
}
