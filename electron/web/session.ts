import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { parse, serialize } from 'hono/utils/cookie';
import type { PersonId } from '../../shared/domain/ids.ts';

/** What is kept for a window between its calls. */
export interface Session {
  personId: PersonId | null;
}

export interface Sessions {
  of(request: Request): Session | null;
}

/** Where windows without a session are let in. */
export interface Entry {
  /** The value of `Set-Cookie` for a code that is still good, `''` where the window has a session already, else `null`. */
  exchange(code: string, request: Request): string | null;
  /** A new one-time code for who knows the secret of the data folder, else `null`. */
  codeFor(secret: string): string | null;
}

/** Electron: the one window is the only one that can ask. */
export function soleSession(): Sessions {
  const session: Session = { personId: null };
  return { of: () => session };
}

export interface BrowserSessions extends Sessions, Entry {
  /** A code that opens one window, once. */
  issueCode(): string;
  /** To be kept in a file only the owner of the data folder can read. */
  readonly secret: string;
}

/**
 * Sessions of the browser workstation, held in memory: a restart ends them all. A one-time code, which may show in a
 * process list or a browser history, is exchanged for a cookie no script can read. `cookie` is its name: browsers share
 * cookies between the ports of a host, so each port takes its own. `now` in ms.
 */
export function browserSessions({ cookie, now }: { cookie: string; now: () => number }): BrowserSessions {
  const codes = new Map<string, number>();
  const sessions = new Map<string, Session & { usedAt: number }>();
  const secret = newToken();

  const of = (request: Request): Session | null => {
    const token = parse(request.headers.get('cookie') ?? '', cookie)[cookie];
    const session = token === undefined ? undefined : sessions.get(hashOf(token));
    if (session === undefined || now() - session.usedAt > IDLE_LIMIT) return null;
    session.usedAt = now();
    return session;
  };
  const issueCode = () => {
    const code = newToken();
    forgetOldest(codes, MOST_CODES);
    codes.set(hashOf(code), now());
    return code;
  };
  return {
    of,
    issueCode,
    secret,
    codeFor: (given) => (equal(given, secret) ? issueCode() : null),
    exchange(code, request) {
      const issuedAt = codes.get(hashOf(code));
      codes.delete(hashOf(code));
      // A second window of the same browser shares the cookie: a fresh session would forget who works in the first.
      if (of(request)) return '';
      if (issuedAt === undefined || now() - issuedAt > CODE_LIMIT) return null;
      const token = newToken();
      forgetOldest(sessions, MOST_SESSIONS);
      sessions.set(hashOf(token), { personId: null, usedAt: now() });
      return serialize(cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
    },
  };
}

/** Codes, session tokens and the secret begin alike, so that the log can take them out wherever they turn up. */
export const TOKEN = /desk_[\w-]{43}/g;

/** A window left open over the holidays still works; one forgotten for longer does not, ms. */
const IDLE_LIMIT = 14 * 24 * 3600_000;
/** The address printed at the start may be opened the next morning, ms. */
const CODE_LIMIT = 24 * 3600_000;
const MOST_CODES = 100;
const MOST_SESSIONS = 100;

/** 256 random bits. */
export const newToken = () => `desk_${randomBytes(32).toString('base64url')}`;

/** Tokens are looked up by their hash: nothing about them can be learned from how long that takes. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

const equal = (a: string, b: string) => timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));

function forgetOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size < most) return;
    map.delete(key);
  }
}
