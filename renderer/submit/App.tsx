import { useCallback, useEffect, useMemo, useState } from 'react';
import type { UnitView } from '../../shared/contract/portal/views.ts';
import { hasCode, sentenceOf } from '../data/errors.ts';
import type { PortalClient } from '../data/portal.ts';
import { CommissionList } from './asked/CommissionList.tsx';
import { TopicList } from './asked/TopicList.tsx';
import { ChangeCode } from './ChangeCode.tsx';
import { Frame } from './Frame.tsx';
import { WriteScreen } from './handIn/WriteScreen.tsx';
import { CircularScreen } from './mine/CircularScreen.tsx';
import { HandInScreen } from './mine/HandInScreen.tsx';
import { MineList } from './mine/MineList.tsx';
import { type Portal, PortalContext, useWhileSeen } from './portal.tsx';
import { useRoute } from './route.ts';
import { SignIn } from './SignIn.tsx';

type State = { at: 'asking' } | { at: 'signIn'; note: string | null } | { at: 'in'; unit: UnitView };

/** The department page: signs a unit in, then shows what it asked for. */
export function App({ portal: client }: { portal: PortalClient }) {
  const [state, setState] = useState<State>({ at: 'asking' });

  const refresh = useCallback(() => {
    client.call('unit.get', {}).then(
      (unit) => setState({ at: 'in', unit }),
      (error: unknown) => {
        if (hasCode(error, 'session-expired')) setState({ at: 'signIn', note: null });
        else setState((before) => (before.at === 'in' ? before : { at: 'signIn', note: sentenceOf(error) }));
      },
    );
  }, [client]);
  useEffect(refresh, [refresh]);
  const signedIn = state.at === 'in';
  useWhileSeen(useCallback(() => signedIn && refresh(), [signedIn, refresh]));

  const failed = useCallback((error: unknown) => {
    if (!hasCode(error, 'session-expired')) return sentenceOf(error);
    const note = '登录已到期，请重新登录。已填写的内容已存为草稿。';
    setState({ at: 'signIn', note });
    return note;
  }, []);
  const portal = useMemo(
    (): Portal | null => (state.at === 'in' ? { client, unit: state.unit, refresh, failed } : null),
    [client, state, refresh, failed],
  );

  if (state.at === 'asking') return <p className="quiet center">正在打开……</p>;
  if (state.at === 'signIn' || portal === null)
    return <SignIn client={client} note={state.at === 'signIn' ? state.note : null} onDone={refresh} />;
  if (state.unit.mustChangeCode) return <ChangeCode client={client} unit={state.unit.unit} first onDone={refresh} />;
  return (
    <PortalContext.Provider value={portal}>
      <Frame onSignOut={() => void client.signOut().finally(refresh)}>
        <Screen />
      </Frame>
    </PortalContext.Provider>
  );
}

function Screen() {
  const route = useRoute();
  switch (route.screen) {
    case 'write':
      return <WriteScreen key={route.draft ?? ''} draftId={route.draft} />;
    case 'mine':
      return route.id === null ? <MineList /> : <HandInScreen key={route.id} id={route.id} />;
    case 'circular':
      return <CircularScreen key={route.id} id={route.id} />;
    case 'asked':
      return <CommissionList />;
    case 'topics':
      return <TopicList />;
    default:
      return route satisfies never;
  }
}
