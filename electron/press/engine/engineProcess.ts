import { flushCompileCache } from 'node:module';
import { PressError } from '../errors.ts';
import { Engine } from './engine.ts';
import type { EngineCalls, EngineMethod, EngineRequest, EngineResponse } from './protocol.ts';

/**
 * Entry of the engine's own process: requests in, answers out, one at a time. A crash or a leak of the engine ends
 * here, never in the program. Runs under Node's child_process and Electron's utilityProcess alike.
 */
interface ParentPort {
  post(response: EngineResponse): void;
  onRequest(listener: (request: EngineRequest) => void): void;
}

let engine: Engine | undefined;
const port = parentPort();

port.onRequest(async (request) => {
  const memory = () => process.memoryUsage.rss();
  try {
    const answer = await serve(request);
    port.post({ id: request.id, ok: true, answer, memory: memory() });
    // Otherwise written when the process exits, and it never does: it is ended from outside.
    if (request.method !== 'start') keepCompiled();
  } catch (error) {
    const known = error instanceof PressError;
    const code = known ? error.code : 'engine';
    const sentence = known ? error.message : '排版引擎出错，这一期没有排成';
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const detail = cause instanceof Error ? `${cause.stack} ${'code' in cause ? cause.code : ''}` : String(cause);
    port.post({ id: request.id, ok: false, code, sentence, detail, memory: memory() });
  }
});

let kept = false;

/** Writes what was compiled of the modules for the next process, once. */
function keepCompiled(): void {
  if (kept) return;
  kept = true;
  flushCompileCache();
}

async function serve(request: EngineRequest): Promise<EngineCalls[EngineMethod]['answer']> {
  if (request.method === 'start') {
    const { fontDirs, templates } = request.ask;
    engine = new Engine(fontDirs, templates ?? new URL('./', import.meta.url));
    return null;
  }
  if (!engine) throw new Error('the engine was asked before it was started');
  switch (request.method) {
    case 'fonts':
      return engine.fonts();
    case 'pdf':
      return engine.pdf(request.ask.bulletin, request.ask.pictures, request.ask.proof);
    case 'copiesPdf':
      return engine.copiesPdf(request.ask.bulletin, request.ask.pictures, request.ask);
    case 'glyphs':
      return engine.glyphs(request.ask.bulletin);
    case 'preview':
      return engine.preview(request.ask.bulletin, request.ask.pictures, request.ask);
    case 'check': {
      // The reader of PDFs is loaded only where one is checked.
      const { checkPages } = await import('../check/index.ts');
      return checkPages(request.ask.pdf, request.ask.measures, request.ask.mixed);
    }
    case 'sheetPdf':
      return engine.sheetPdf(request.ask.sheet, request.ask.kind);
    case 'labelsPdf':
      return engine.labelsPdf(request.ask.sheet, request.ask.wish);
    case 'slipsPdf':
      return engine.slipsPdf(request.ask.slips, request.ask.square);
    default:
      return request satisfies never;
  }
}

/** Electron gives a utility process `process.parentPort`; Node gives a child `process.send`. */
function parentPort(): ParentPort {
  const electron = 'parentPort' in process ? (process.parentPort as ElectronPort | undefined) : undefined;
  if (electron)
    return {
      post: (response) => electron.postMessage(response),
      onRequest: (listener) => electron.on('message', ({ data }) => listener(data as EngineRequest)),
    };
  // A child whose parent is gone has nobody to work for.
  process.on('disconnect', () => process.exit());
  return {
    post: (response) => process.send?.(response),
    onRequest: (listener) => process.on('message', (message) => listener(message as EngineRequest)),
  };
}

interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}
