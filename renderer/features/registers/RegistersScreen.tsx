import { useNavigate, useParams } from 'react-router';
import { StateTabs } from '../../ui/StateTabs.tsx';
import { CommissionsScreen } from '../portal/CommissionsScreen.tsx';
import { PortalScreen } from '../portal/PortalScreen.tsx';
import { DepartmentsScreen } from './DepartmentsScreen.tsx';
import { GroupsScreen } from './GroupsScreen.tsx';
import { LeadersScreen } from './LeadersScreen.tsx';
import { RecipientsScreen } from './RecipientsScreen.tsx';
import { WordingsScreen } from './WordingsScreen.tsx';
import '../../ui/panel.css';
import './registers.css';

const registers = [
  { key: 'departments', name: '来稿单位', Component: DepartmentsScreen },
  { key: 'recipients', name: '收件人', Component: RecipientsScreen },
  { key: 'groups', name: '收件组', Component: GroupsScreen },
  { key: 'leaders', name: '领导名录', Component: LeadersScreen },
  { key: 'wordings', name: '提法用语', Component: WordingsScreen },
  { key: 'commissions', name: '约稿', Component: CommissionsScreen },
  { key: 'portal', name: '报送端', Component: PortalScreen },
] as const;

type RegisterKey = (typeof registers)[number]['key'];

/** 单位: who sends in and how, what they are asked for, who receives, who leads, and how the office words things. */
export function RegistersScreen() {
  const { id } = useParams();
  const navigate = useNavigate();
  const chosen = registers.find(({ key }) => key === id) ?? registers[0];
  const tabs = (
    <StateTabs<RegisterKey>
      label="登记簿"
      value={chosen.key}
      onChange={(key) => void navigate(`/registers/${key}`)}
      tabs={registers.map(({ key, name }) => ({ key, name }))}
    />
  );
  return <chosen.Component tabs={tabs} />;
}
