import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import type { Log } from '../../core/db/open.ts';
import { CoreError, type PortalCore, type Unit, type UnitSession } from '../../core/index.ts';
import type { Assets } from '../assets.ts';
import { MEGABYTE } from '../body.ts';
import { errorResponse } from '../errors.ts';
import { attachment, readUpload } from '../files.ts';
import { guardHost } from '../guards/host.ts';
import { guardOrigin } from '../guards/origin.ts';
import { secure } from '../headers.ts';
import { readJson } from '../json.ts';
import { servePage } from '../pages.ts';
import type { UnitSessions } from './sessions.ts';

/** `address` is the other side's, for the log and against guessing. */
export type PortalHandle = (request: Request, address: string) => Promise<Response>;

export interface PortalHandleOptions {
  core: PortalCore;
  /** The built department page. */
  assets: Assets;
  /** Every spelling under which the page may be opened. */
  origins: readonly string[];
  sessions: UnitSessions;
  log: Log;
}

/** Text and fields of one hand-in. */
const LIMIT = 2 * MEGABYTE;

const signInSchema = z.object({ unit: z.string().max(80), code: z.string().max(64) });

/**
 * The department page: nothing of the workstation can be asked here. Without a sign-in it gives the page itself, which
 * holds no data, and takes a sign-in. Never rejects.
 */
export function createPortalHandle(options: PortalHandleOptions): PortalHandle {
  const { origins, log } = options;
  const routes = createRoutes(options);
  return async (request, address) => {
    try {
      guardHost(request, origins);
      // Browsers of eight years ago send neither header with every writing call; they all send our own.
      guardOrigin(request, { origins, sendsOrigin: false });
      return secure(await routes.fetch(request, { address }));
    } catch (error) {
      return secure(errorResponse(error, request, log));
    }
  };
}

interface Env {
  Bindings: { address: string };
  Variables: { unit: Unit; session: UnitSession };
}

function createRoutes({ core, assets, sessions, log }: PortalHandleOptions) {
  const app = new Hono<Env>();
  app.onError((error, c) => errorResponse(error, c.req.raw, log));
  app.notFound((c) => errorResponse(new CoreError('invalid-request'), c.req.raw, log));

  app.post('/sign-in', async (c) => {
    const typed = signInSchema.safeParse(await readJson(c.req.raw, LIMIT));
    if (!typed.success) throw new CoreError('invalid-request');
    sessions.end(c.req.raw);
    const session = await core.signIn(typed.data, c.env.address);
    return c.json(null, 200, { 'set-cookie': sessions.begin(session) });
  });
  app.post('/sign-out', (c) => {
    const session = sessions.of(c.req.raw);
    if (session) core.signOut(session, c.env.address);
    return c.json(null, 200, { 'set-cookie': sessions.end(c.req.raw) });
  });

  const signedIn = createMiddleware<Env>(async (c, next) => {
    const session = sessions.of(c.req.raw);
    const unit = session && core.unitOf(session);
    if (!session || !unit) throw new CoreError('session-expired');
    c.set('unit', unit);
    c.set('session', session);
    await next();
  });
  app.use('/rpc/*', signedIn);
  app.use('/files/*', signedIn);
  app.post('/rpc/:name', async (c) => {
    const input = await readJson(c.req.raw, LIMIT);
    return Response.json((await core.call(c.req.param('name'), input, c.var.unit, c.var.session)) ?? null);
  });
  app.post('/files/drafts/:id', async (c) =>
    Response.json(await core.attach(c.req.param('id'), await readUpload(c.req.raw), c.var.unit)),
  );
  app.get('/files/hand-ins/:id/:position{[0-9]{1,3}}', (c) =>
    attachment(core.download(c.req.param('id'), Number(c.req.param('position')), c.var.unit)),
  );
  for (const path of ['/rpc/*', '/files/*', '/sign-in', '/sign-out']) app.all(path, (c) => c.notFound());
  // Only what never holds a secret: a compressed answer's length tells of its content.
  app.use('/assets/*', compress());
  app.get('*', (c) => servePage(c.req.raw, assets));
  return app;
}
