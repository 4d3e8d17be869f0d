import type { ReactNode } from 'react';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { Accounts } from './Accounts.tsx';
import { PacketPageButton } from './PacketPageButton.tsx';
import { PortalForm } from './PortalForm.tsx';
import { SignIns } from './SignIns.tsx';
import './portal.css';

/** 报送端: the page on which units hand in; switched on here, and who may sign in to it. */
export function PortalScreen({ tabs }: { tabs: ReactNode }) {
  const { data, error } = useMethod('portal.get', {});
  const mayEdit = useMay('editor');
  return (
    <div className="screen">
      <ScreenHead>{tabs}</ScreenHead>
      <div className="screen-body portal-body">
        {error && <ErrorNote text={sentenceOf(error)} />}
        {data && (
          <>
            <div className="panel portal-settings">
              <PortalForm view={data} readOnly={!mayEdit} />
              <PacketPageButton />
              <SignIns />
            </div>
            <div className="panel">
              <Accounts
                accounts={data.accounts}
                urls={data.state.kind === 'on' ? data.state.urls : []}
                readOnly={!mayEdit}
              />
            </div>
          </>
        )}
      </div>
    </div>
  );
}
