import { parse, serialize } from 'hono/utils/cookie';
import type { UnitSession } from '../../core/index.ts';
import { hashOf, newToken } from '../session.ts';

export interface UnitSessions {
  of(request: Request): UnitSession | null;
  /** A fresh token for every sign-in, whatever cookie came with it. @returns the value of `Set-Cookie` */
  begin(session: UnitSession): string;
  /** @returns the value of `Set-Cookie` that takes the cookie away */
  end(request: Request): string;
}

interface Kept {
  session: UnitSession;
  begunAt: number;
  usedAt: number;
}

/** A desk nobody sits at; a working day, ms. */
const IDLE_LIMIT = 2 * 3600_000;
const WHOLE_LIMIT = 12 * 3600_000;
const MOST_SESSIONS = 5_000;

/**
 * Sessions of the department page, held in memory. `cookie` is its name, `secure` is set where the page is served by
 * HTTPS. `now` counts up in ms whatever the wall clock does.
 */
export function unitSessions(options: { cookie: string; secure: boolean; now?: () => number }): UnitSessions {
  const { cookie, secure, now = () => performance.now() } = options;
  const sessions = new Map<string, Kept>();
  const attributes = { httpOnly: true, sameSite: 'Strict', path: '/', secure } as const;
  const keyOf = (request: Request): string | null => {
    const token = parse(request.headers.get('cookie') ?? '', cookie)[cookie];
    return token === undefined ? null : hashOf(token);
  };
  return {
    of(request) {
      const key = keyOf(request);
      const kept = key === null ? undefined : sessions.get(key);
      if (key === null || kept === undefined) return null;
      if (now() - kept.usedAt > IDLE_LIMIT || now() - kept.begunAt > WHOLE_LIMIT) {
        sessions.delete(key);
        return null;
      }
      kept.usedAt = now();
      return kept.session;
    },
    begin(session) {
      for (const oldest of sessions.keys()) {
        if (sessions.size < MOST_SESSIONS) break;
        sessions.delete(oldest);
      }
      const token = newToken();
      sessions.set(hashOf(token), { session, begunAt: now(), usedAt: now() });
      return serialize(cookie, token, attributes);
    },
    end(request) {
      const key = keyOf(request);
      if (key !== null) sessions.delete(key);
      return serialize(cookie, '', { ...attributes, maxAge: 0 });
    },
  };
}
