import { NavLink } from 'react-router';
import { useMethod } from '../data/index.ts';
import { screens } from './screens.tsx';

/** The narrow rail: all screens, with what waits in each. */
export function Rail() {
  const { data: counts } = useMethod('office.counts', {});
  return (
    <nav className="rail" aria-label="功能">
      {screens
        .filter(({ offRail }) => !offRail)
        .map(({ path, name, icon, count, atFoot }) => {
          const waiting = counts && count ? count(counts) : 0;
          return (
            <NavLink key={path} to={`/${path}`} className={atFoot ? 'rail-link rail-foot' : 'rail-link'}>
              <span className="rail-icon" aria-hidden>
                {icon}
              </span>
              <span>{name}</span>
              {waiting > 0 && <span className="rail-count">{waiting > 999 ? '999+' : waiting}</span>}
            </NavLink>
          );
        })}
    </nav>
  );
}
