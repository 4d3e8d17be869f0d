import { Hono } from 'hono';
import type { Log } from '../core/db/open.ts';
import { CoreError } from '../core/errors.ts';
import type { SessionPort } from '../core/index.ts';
import type { Assets } from './assets.ts';
import type { Caller, DoorCore } from './caller.ts';
import type { Door } from './door.ts';
import { errorResponse } from './errors.ts';
import { eventStream } from './events.ts';
import { giveFile, takeFile } from './files.ts';
import { guardHost } from './guards/host.ts';
import { guardOrigin } from './guards/origin.ts';
import { secure } from './headers.ts';
import { acceptsPage, noSessionPage, servePage } from './pages.ts';
import { answerRpc } from './rpc.ts';
import type { Session } from './session.ts';

export type Handle = (request: Request) => Promise<Response>;

export interface HandleOptions {
  core: DoorCore;
  assets: Assets;
  door: Door;
  log: Log;
  /** Ends the event streams, which otherwise never end. */
  closing: AbortSignal;
}

/**
 * The whole program behind one function: what a page may ask, whichever host it runs in. Never rejects: every failure is
 * an answer `{ error: { code, params } }` with the status of its code.
 */
export function createHandle(options: HandleOptions): Handle {
  const { door, log } = options;
  const routes = createRoutes(options);
  return async (request) => {
    try {
      guardHost(request, door.origins);
      guardOrigin(request, door);
      return secure(await routes.fetch(request));
    } catch (error) {
      return secure(errorResponse(error, request, log));
    }
  };
}

function createRoutes({ core, assets, door, log, closing }: HandleOptions) {
  const app = new Hono<{ Variables: { caller: Caller } }>();
  app.onError((error, c) => errorResponse(error, c.req.raw, log));
  app.notFound((c) => errorResponse(new CoreError('invalid-request'), c.req.raw, log));

  const { entry } = door;
  if (entry) {
    app.get('/session', (c) => {
      const cookie = entry.exchange(c.req.query('code') ?? '', c.req.raw);
      if (cookie !== null) log.info('session opened');
      else log.warn('refused', { path: '/session', code: 'session-expired' });
      return cookie === null ? noSessionPage() : redirectToStart(cookie);
    });
    app.post('/session/codes', (c) => {
      const code = entry.codeFor((c.req.header('authorization') ?? '').replace(/^Bearer /, ''));
      if (code === null) throw new CoreError('not-signed-in');
      return c.json({ code });
    });
  }

  app.use(async (c, next) => {
    const session = door.sessions.of(c.req.raw);
    if (session === null) {
      if (acceptsPage(c.req.raw)) return noSessionPage();
      throw new CoreError('session-expired');
    }
    const actor = session.personId === null ? null : core.actorFor(session.personId);
    c.set('caller', { core, actor, session: portOf(session, door, log) });
    return next();
  });
  app.post('/rpc/:name', (c) => answerRpc(c.req.param('name'), c.req.raw, c.var.caller));
  app.post('/files/*', (c) => takeFile(belowFiles(c.req.path), c.req.raw, c.var.caller));
  app.get('/files/*', (c) => giveFile(belowFiles(c.req.path), c.req.raw, c.var.caller));
  app.get('/events', () => eventStream(core, closing));
  for (const path of ['/rpc/*', '/session/*']) app.get(path, (c) => c.notFound());
  app.get('*', (c) => servePage(c.req.raw, assets));
  return app;
}

const belowFiles = (path: string) => path.slice('/files/'.length);

/** The address without the code: it is what stays in the history and what a reload asks for. */
const redirectToStart = (cookie: string) =>
  new Response(null, { status: 303, headers: { location: '/', ...(cookie === '' ? {} : { 'set-cookie': cookie }) } });

function portOf(session: Session, { capabilities }: Door, log: Log): SessionPort {
  return {
    get personId() {
      return session.personId;
    },
    choose(personId) {
      session.personId = personId;
      log.info('person chosen', { personId });
    },
    capabilities,
  };
}
