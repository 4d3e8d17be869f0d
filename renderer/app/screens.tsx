import {
  BarChartOutlined,
  ContainerOutlined,
  EditOutlined,
  InboxOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { type ComponentType, lazy, type ReactNode } from 'react';
import type { Counts } from '../../shared/contract/views.ts';

/**
 * The screens of the program: each owns the addresses under `path` (`/submissions`, `/submissions/ID`) and has its
 * place on the rail, in this order. A new feature adds its line here and nothing else.
 */
export interface Screen {
  /** First part of its addresses, without the slash. */
  path: string;
  name: string;
  icon: ReactNode;
  /** The number on the rail: what waits there. */
  count?: (counts: Counts) => number;
  Component: ComponentType;
  /** At the foot of the rail. */
  atFoot?: boolean;
  /** Reached by the search box alone. */
  offRail?: boolean;
}

export const screens: readonly Screen[] = [
  {
    path: 'submissions',
    name: '来稿',
    icon: <InboxOutlined />,
    count: ({ submissions }) => submissions.new,
    Component: lazy(async () => {
      const { SubmissionsScreen } = await import('../features/submissions/SubmissionsScreen.tsx');
      return { default: SubmissionsScreen };
    }),
  },
  {
    path: 'items',
    name: '稿件',
    icon: <EditOutlined />,
    count: ({ items }) => items,
    Component: lazy(async () => {
      const { ItemsScreen } = await import('../features/items/ItemsScreen.tsx');
      return { default: ItemsScreen };
    }),
  },
  {
    path: 'issues',
    name: '编期',
    icon: <ReadOutlined />,
    count: ({ issuesOpen }) => issuesOpen,
    Component: lazy(async () => {
      const { IssuesScreen } = await import('../features/issues/IssuesScreen.tsx');
      return { default: IssuesScreen };
    }),
  },
  {
    path: 'archive',
    name: '往期',
    icon: <ContainerOutlined />,
    Component: lazy(async () => {
      const { ArchiveScreen } = await import('../features/archive/ArchiveScreen.tsx');
      return { default: ArchiveScreen };
    }),
  },
  {
    path: 'statistics',
    name: '统计',
    icon: <BarChartOutlined />,
    Component: lazy(async () => {
      const { StatisticsScreen } = await import('../features/statistics/StatisticsScreen.tsx');
      return { default: StatisticsScreen };
    }),
  },
  {
    path: 'search',
    name: '搜索',
    icon: null,
    offRail: true,
    Component: lazy(async () => {
      const { SearchScreen } = await import('../features/search/SearchScreen.tsx');
      return { default: SearchScreen };
    }),
  },
  {
    path: 'registers',
    name: '单位',
    icon: <TeamOutlined />,
    Component: lazy(async () => {
      const { RegistersScreen } = await import('../features/registers/RegistersScreen.tsx');
      return { default: RegistersScreen };
    }),
  },
  {
    path: 'settings',
    name: '设置',
    icon: <SettingOutlined />,
    atFoot: true,
    Component: lazy(async () => {
      const { SettingsScreen } = await import('../features/settings/SettingsScreen.tsx');
      return { default: SettingsScreen };
    }),
  },
  {
    path: 'help',
    name: '说明',
    icon: <QuestionCircleOutlined />,
    Component: lazy(async () => {
      const { HelpScreen } = await import('../features/help/HelpScreen.tsx');
      return { default: HelpScreen };
    }),
  },
];
