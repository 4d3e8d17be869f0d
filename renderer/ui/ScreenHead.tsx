import type { ReactNode } from 'react';

/** The bar above a screen's panes: tabs or title at the left, what can be done at the right. */
export const ScreenHead = ({ children, actions }: { children: ReactNode; actions?: ReactNode }) => (
  <header className="screen-head">
    <div className="screen-head-main">{children}</div>
    {actions && <div className="screen-head-actions">{actions}</div>}
  </header>
);
