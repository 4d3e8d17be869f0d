import type { ReactNode } from 'react';

/** Each part of 统计 stands below the same tabs. */
export interface TabProps {
  tabs: ReactNode;
}
