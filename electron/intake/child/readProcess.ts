import { isMainThread, Worker, workerData } from 'node:worker_threads';
import type { splitWithTrace } from '../../../shared/text/split/index.ts';
import type { readFile } from '../index.ts';
import type { ReadRequest, ReadResponse } from './protocol.ts';

/** How often memory is looked at, ms. */
const WATCH_EVERY = 15;

/**
 * Entry of the reading process: files in, texts out. What a hostile file does ends here, never in the program. Runs under
 * Node's child_process and Electron's utilityProcess alike.
 */
if (isMainThread) await serve();
else watchMemory(workerData as SharedArrayBuffer);

async function serve(): Promise<void> {
  const shared = new SharedArrayBuffer(8);
  const ceiling = new BigInt64Array(shared);
  new Worker(new URL(import.meta.url), { workerData: shared }).unref();
  const port = parentPort();
  // A library may drop a promise of a damaged file; what it was read for is answered, or ended from outside, all the same.
  process.on('unhandledRejection', () => {});
  const [intake, { splitWithTrace }] = await Promise.all([
    import('../index.ts'),
    import('../../../shared/text/split/index.ts'),
  ]);
  port.onRequest(async (request) => {
    await intake.prepareFor(request.file);
    port.post({ kind: 'begun', id: request.id });
    Atomics.store(ceiling, 0, BigInt(process.memoryUsage.rss() + request.memoryLimit));
    const response = await answer(request, { ...intake, splitWithTrace });
    Atomics.store(ceiling, 0, 0n);
    port.post(response);
  });
  port.post({ kind: 'ready' });
}

interface Tools {
  readFile: typeof readFile;
  IntakeError: typeof import('../reader.ts').IntakeError;
  splitWithTrace: typeof splitWithTrace;
}

async function answer(
  { id, file, split, limits }: ReadRequest,
  { readFile, IntakeError, splitWithTrace }: Tools,
): Promise<ReadResponse> {
  const memory = () => process.memoryUsage.rss();
  try {
    const intake = await readFile(file, limits);
    if (split === null) return { kind: 'read', id, intake, memory: memory() };
    const trace = splitWithTrace(intake.text, split);
    return { kind: 'read', id, intake: { ...intake, attachments: [] }, trace, memory: memory() };
  } catch (error) {
    if (error instanceof IntakeError)
      return { kind: 'refused', id, code: error.code, params: error.params, memory: memory() };
    return { kind: 'failed', id, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/**
 * Ends the process once it is larger than allowed. A thread of its own, because the reading one may be inside a library for
 * seconds; by its own look at the whole process, because limits of V8 do not count typed arrays.
 */
function watchMemory(shared: SharedArrayBuffer): void {
  const ceiling = new BigInt64Array(shared);
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    Atomics.wait(never, 0, 0, WATCH_EVERY);
    const limit = Atomics.load(ceiling, 0);
    if (limit > 0n && process.memoryUsage.rss() > Number(limit)) process.kill(process.pid, 'SIGKILL');
  }
}

interface ParentPort {
  post(response: ReadResponse): void;
  onRequest(listener: (request: ReadRequest) => void): void;
}

/** Electron gives a utility process `process.parentPort`; Node gives a child `process.send`. */
function parentPort(): ParentPort {
  const electron = 'parentPort' in process ? (process.parentPort as ElectronPort | undefined) : undefined;
  if (electron)
    return {
      post: (response) => electron.postMessage(response),
      onRequest: (listener) => electron.on('message', ({ data }) => listener(data as ReadRequest)),
    };
  // A child whose parent is gone has nobody to work for.
  process.on('disconnect', () => process.exit());
  return {
    post: (response) => process.send?.(response),
    onRequest: (listener) => process.on('message', (message) => listener(message as ReadRequest)),
  };
}

interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}
