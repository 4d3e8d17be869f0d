import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { ErrorBody } from '../../shared/contract/views.ts';
import { secure, secureHeaders } from './headers.ts';

/** A port somebody asked for is taken, or not ours to open. The message is for the user. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';

  constructor(port: number, options?: ErrorOptions) {
    super(`端口 ${port} 已被其他程序占用，请换一个端口再启动。`, options);
  }
}

export interface Listener {
  readonly port: number;
  /** Lets running answers finish for a moment, then cuts what is left. */
  close(): Promise<void>;
}

/** Answers a request; `address` is the other side's. */
export type Answer = (request: Request, address: string) => Promise<Response>;

/** Whom a listener is for. */
export interface Reach {
  /** The address listened on: this machine alone, or every network it is in. */
  host: '127.0.0.1' | '0.0.0.0';
  /** PEM; `null` speaks plain HTTP. */
  tls: { cert: Buffer; key: Buffer } | null;
  /** Connections one address may hold; `null` where all come from one. */
  perAddress: number | null;
}

const THIS_MACHINE: Reach = { host: '127.0.0.1', tls: null, perAddress: null };

/**
 * Opens a port, on this machine alone unless `reach` says otherwise, and answers there with what `handleFor` makes for
 * it. `port` null takes the usual one or, where that is taken, the next that is free. `limits` in ms. Throws PortTaken.
 */
export async function listen(
  handleFor: (port: number) => Answer,
  port: number | null,
  limits: Limits = LIMITS,
  reach: Reach = THIS_MACHINE,
): Promise<Listener> {
  let handle: Answer | undefined;
  const answer = getRequestListener(
    // Nothing is accepted before the handle is there.
    (request, { incoming }) => handle?.(request, incoming.socket.remoteAddress ?? '') ?? malformed(),
    { overrideGlobalObjects: false, errorHandler: malformed },
  );
  const onRequest: RequestListener = (request, response) => void answer(request, response);
  const server: Server =
    reach.tls === null ? createServer(limits, onRequest) : createSecureServer({ ...limits, ...reach.tls }, onRequest);
  if (reach.perAddress !== null) limitPerAddress(server, reach.perAddress);
  const whenQuiet = countAnswers(server);
  server.maxConnections = MOST_CONNECTIONS;
  server.on('checkExpectation', (request, response) => void answer(request, response));
  server.on('clientError', refuseGarbage);
  server.on('connection', (socket) => cutIfSilent(socket, limits.headersTimeout));
  const opened = await open(server, port, reach.host);
  handle = handleFor(opened);
  return { port: opened, close: () => close(server, whenQuiet) };
}

/** Against connections that drip (slow-loris), ms. */
export type Limits = typeof LIMITS;
const LIMITS = {
  headersTimeout: 8_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 1_000,
  // Pages ask every half minute: a line closed in between would break just as the next question is sent.
  keepAliveTimeout: 65_000,
  // Refused by us, so that the answer has our headers.
  requireHostHeader: false,
};
/** Far more than windows need: while dripping ones wait to be cut, these must still get through. */
const MOST_CONNECTIONS = 2_000;

/** The usual one, its neighbours, and at last whichever the system has. */
const USUAL_PORTS = [...Array.from({ length: 20 }, (_, n) => 17_419 + n), 0];
/** Time for running answers at the end, ms. */
const GRACE = 2_000;

async function open(server: Server, port: number | null, host: string): Promise<number> {
  const wanted = port === null ? USUAL_PORTS : [port];
  for (const candidate of wanted) {
    server.listen(candidate, host);
    try {
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if (!isTaken(error)) throw error;
      if (candidate === wanted.at(-1)) throw new PortTaken(candidate, { cause: error });
    }
  }
  throw new Error('no port was tried');
}

/** EACCES: a system port, or a range Windows keeps for itself. */
const isTaken = (error: unknown) => ['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');

/** One machine that opens connection after connection must not keep the others out. */
function limitPerAddress(server: Server, most: number): void {
  const held = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (held.get(address) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    held.set(address, count);
    socket.once('close', () => {
      const left = (held.get(address) ?? 1) - 1;
      if (left > 0) held.set(address, left);
      else held.delete(address);
    });
  });
}

/** @returns a function that calls back once no answer is running */
function countAnswers(server: Server) {
  let running = 0;
  let whenNone = () => {};
  server.on('request', (_, response) => {
    running += 1;
    response.once('close', () => {
      running -= 1;
      if (running === 0) whenNone();
    });
  });
  return (then: () => void) => {
    whenNone = then;
    if (running === 0) then();
  };
}

async function close(server: Server, whenQuiet: (then: () => void) => void): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // Browsers hold connections open that ask nothing.
  whenQuiet(() => server.closeAllConnections());
  const cut = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(cut);
}

const MALFORMED = JSON.stringify({ error: { code: 'invalid-request', params: {} } } satisfies ErrorBody);
const JSON_TYPE = { 'content-type': 'application/json' };

/** A request that cannot even be read as one: no host, a broken address. */
const malformed = () => secure(new Response(MALFORMED, { status: 400, headers: JSON_TYPE }));

/** Node's own limits begin with the first byte. `patience` in ms. */
function cutIfSilent(socket: Socket, patience: number): void {
  const timer = setTimeout(() => {
    if (socket.bytesRead === 0) socket.destroy();
  }, patience);
  socket.once('close', () => clearTimeout(timer));
}

/** What Node's parser gives up on gets the same headers as any answer. */
function refuseGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const headers = {
    ...secureHeaders,
    ...JSON_TYPE,
    connection: 'close',
    'content-length': Buffer.byteLength(MALFORMED),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  // Not `end`: who never reads would hold the connection half open.
  socket.write(`HTTP/1.1 ${statusOf(error.code)}\r\n${lines.join('')}\r\n${MALFORMED}`, () => socket.destroy());
}

function statusOf(code: string | undefined): string {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return '431 Request Header Fields Too Large';
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return '408 Request Timeout';
    default:
      return '400 Bad Request';
  }
}
