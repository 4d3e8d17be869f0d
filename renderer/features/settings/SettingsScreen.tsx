import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { StateTabs } from '../../ui/StateTabs.tsx';
import { AboutSettings } from './AboutSettings.tsx';
import { CircularWordings } from './circulars/CircularWordings.tsx';
import { OfficeSettings } from './OfficeSettings.tsx';
import { PeopleSettings } from './PeopleSettings.tsx';
import { PublicationsSettings } from './publications/PublicationsSettings.tsx';
import '../../ui/panel.css';
import './settings.css';

type Section = 'office' | 'people' | 'publications' | 'circulars' | 'about';

const names: Record<Section, string> = {
  office: '本单位',
  people: '人员',
  publications: '刊物',
  circulars: '通报',
  about: '关于',
};
const sections = ['office', 'people', 'publications', 'circulars', 'about'] as const satisfies readonly Section[];

/** 设置: everything saves itself; there is no button to forget. */
export function SettingsScreen() {
  const { id } = useParams();
  const navigate = useNavigate();
  const section = sections.find((one) => one === id) ?? 'office';
  return (
    <div className="screen">
      <ScreenHead>
        <StateTabs<Section>
          label="设置"
          value={section}
          onChange={(key) => void navigate(`/settings/${key}`)}
          tabs={sections.map((key) => ({ key, name: names[key] }))}
        />
      </ScreenHead>
      <div className="screen-body">{screenOf(section)}</div>
    </div>
  );
}

function screenOf(section: Section): ReactNode {
  switch (section) {
    case 'office':
      return <OfficeSettings />;
    case 'people':
      return <PeopleSettings />;
    case 'publications':
      return <PublicationsSettings />;
    case 'circulars':
      return <CircularWordings />;
    case 'about':
      return <AboutSettings />;
    default:
      return section satisfies never;
  }
}
