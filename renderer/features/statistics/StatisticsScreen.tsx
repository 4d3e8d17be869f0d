import type { ComponentType } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { StateTabs } from '../../ui/StateTabs.tsx';
import { BalanceTab } from './balance/BalanceTab.tsx';
import { CircularsTab } from './circulars/CircularsTab.tsx';
import { MatrixTab } from './matrix/MatrixTab.tsx';
import { RecordsTab } from './records/RecordsTab.tsx';
import { RulesTab } from './rules/RulesTab.tsx';
import type { TabProps } from './tabs.ts';
import '../../ui/panel.css';
import './statistics.css';

const parts: readonly { key: string; name: string; Component: ComponentType<TabProps> }[] = [
  { key: 'matrix', name: '采用统计', Component: MatrixTab },
  { key: 'balance', name: '趋势与均衡', Component: BalanceTab },
  { key: 'circulars', name: '通报', Component: CircularsTab },
  { key: 'records', name: '上级采用与批示', Component: RecordsTab },
  { key: 'rules', name: '计分规则', Component: RulesTab },
];

/** 统计: who sent and was printed how often, with what points and why; the rules; the circulars made of it. */
export function StatisticsScreen() {
  const { id } = useParams();
  const navigate = useNavigate();
  const { search } = useLocation();
  const chosen = parts.find(({ key }) => key === id) ?? parts[0];
  if (!chosen) return null;
  const tabs = (
    <StateTabs
      label="统计"
      value={chosen.key}
      // The span of days asked for stays from tab to tab.
      onChange={(key) => void navigate(`/statistics/${key}${keptSearch(search)}`)}
      tabs={parts.map(({ key, name }) => ({ key, name }))}
    />
  );
  return <chosen.Component tabs={tabs} />;
}

function keptSearch(search: string): string {
  const before = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of ['from', 'to', 'publication']) {
    const value = before.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept.size > 0 ? `?${kept}` : '';
}
