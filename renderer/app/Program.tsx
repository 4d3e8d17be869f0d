import { App as Antd, ConfigProvider } from 'antd';
import { useState } from 'react';
import { type DeskClient, DeskProvider, newQueries } from '../data/index.ts';
import { BackUploadsProvider } from '../features/archive/back/uploads.tsx';
import { DraftsProvider } from '../features/items/draft/drafts.tsx';
import { nonce } from '../ui/nonce.ts';
import { theme } from '../ui/theme.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { locale } from './locale.ts';
import { Start } from './Start.tsx';
import '../ui/ui.css';
import './app.css';

/** The whole program, above it only the router and the client to the core. */
export function Program({ client }: { client: DeskClient }) {
  const [queries] = useState(newQueries);
  return (
    <ConfigProvider
      locale={locale}
      theme={theme}
      button={{ autoInsertSpace: false }}
      csp={{ nonce }}
      getPopupContainer={popups}
    >
      <Antd message={messagePlace} component={false}>
        <ErrorBoundary>
          <DeskProvider client={client} queries={queries}>
            <DraftsProvider>
              <BackUploadsProvider>
                <Start />
              </BackUploadsProvider>
            </DraftsProvider>
          </DeskProvider>
        </ErrorBoundary>
      </Antd>
    </ConfigProvider>
  );
}

/**
 * Where dialogs and menus stand. In a place of their own antd leaves the body's scrolling alone, which it would lock by a
 * style element without our nonce; the body never scrolls anyway.
 */
const popups = (): HTMLElement => document.getElementById('popups') ?? document.body;

/** Messages stand above the decisions, where the eye is, and not over what comes next. */
const messagePlace = { top: 'calc(100vh - 120px)', maxCount: 2 };
