import { createContext, useContext } from 'react';
import type { OfficeView, SessionView } from '../../shared/contract/views.ts';
import type { Person, Role } from '../../shared/domain/people.ts';

/** The session of a page that works: the office is set up and somebody has been chosen. */
export interface WorkingSession extends SessionView {
  office: OfficeView;
  person: Person;
}

export const SessionContext = createContext<WorkingSession | null>(null);

/** Who works where; only below the shell. */
export function useSession(): WorkingSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the shell');
  return session;
}

/** Whether the person who works holds one of these roles; the core decides, this only hides what it would refuse. */
export function useMay(...roles: Role[]): boolean {
  const { person } = useSession();
  return person.roles.some((role) => roles.includes(role));
}
