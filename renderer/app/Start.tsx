import { Spin } from 'antd';
import type { SessionView } from '../../shared/contract/views.ts';
import { sentenceOf, useMethod } from '../data/index.ts';
import { BeginOffice } from '../features/start/BeginOffice.tsx';
import { ChoosePerson } from '../features/start/ChoosePerson.tsx';
import { StartFailed } from '../features/start/StartFailed.tsx';
import { Shell } from './Shell.tsx';
import { SessionContext, type WorkingSession } from './session.ts';

type Stage =
  | { name: 'asking' }
  | { name: 'failed'; sentence: string }
  | { name: 'begin' }
  | { name: 'choose'; session: SessionView }
  | { name: 'work'; session: WorkingSession };

/** What the page shows first: the way in, then the shell. */
export function Start() {
  const { data, error, refetch } = useMethod('session.get', {});
  const stage = stageOf(data, error);
  switch (stage.name) {
    case 'asking':
      return <Spin className="start-spin" delay={500} />;
    case 'failed':
      return <StartFailed sentence={stage.sentence} onRetry={() => void refetch()} />;
    case 'begin':
      return <BeginOffice />;
    case 'choose':
      return <ChoosePerson people={stage.session.people} office={stage.session.office?.name ?? ''} />;
    case 'work':
      return (
        <SessionContext value={stage.session}>
          <Shell />
        </SessionContext>
      );
    default:
      return stage satisfies never;
  }
}

/** A page that already works goes on when asking again fails: the shell tells of a cut line, nothing is thrown away. */
function stageOf(session: SessionView | undefined, error: Error | null): Stage {
  if (session === undefined) return error ? { name: 'failed', sentence: sentenceOf(error) } : { name: 'asking' };
  const { office, person } = session;
  if (office === null) return { name: 'begin' };
  if (person === null) return { name: 'choose', session };
  return { name: 'work', session: { ...session, office, person } };
}
