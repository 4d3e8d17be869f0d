import type { Knowledge, SplitTrace } from '../../shared/text/split/index.ts';
import type { ReadRequest, ReadResponse } from './child/protocol.ts';
import { assertSize, baseName, type ReadLimits, USUAL_LIMITS } from './limits.ts';
import { type Intake, IntakeError, type NamedBytes } from './reader.ts';

/** The reading process as the program sees it: Node's child_process, Electron's utilityProcess, or a stand-in. */
export interface ReadingPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called when the process has ended for whatever reason. */
  onExit(listener: () => void): void;
  kill(): void;
}

export interface FileReaderOptions {
  readonly fork: () => ReadingPort;
  /** A file that takes longer is given up, ms. */
  readonly patience?: number;
  /** Resident bytes a file may cost. */
  readonly memoryLimit?: number;
  /** The process ends when nothing was read for so long, ms. */
  readonly idle?: number;
  /** Processes that read beside one another; each costs some 100 MB while there is work. */
  readonly processes?: number;
}

/** A file's text, and what the splitter makes of it; pictures and other parts are left out. */
export interface SplitReading extends Omit<Intake, 'attachments'> {
  readonly trace: SplitTrace;
}

/** Reads files of any known format in processes of their own, one at a time in each. */
export interface FileReader {
  /** @throws IntakeError what `readFile` throws; `file-too-slow` and `file-too-heavy` where a limit was passed */
  read(file: NamedBytes, limits?: ReadLimits): Promise<Intake>;
  /** The same with the text split, within the same limits. @throws IntakeError */
  readSplit(file: NamedBytes, knowledge: Knowledge): Promise<SplitReading>;
  /** Ends the processes; what is being read fails. */
  close(): Promise<void>;
}

/** Entry of the process when the program runs from its source. */
export const READ_PROCESS: URL = new URL('./child/readProcess.ts', import.meta.url);

/** Reading processes of the program: as many as the cores an office's machine can be counted on to have. */
export const READERS = 2;

/** Limits for one file (reliability: K2). */
const PATIENCE = 5_000;
/** How much longer a file may take that was allowed to be long. */
const LONG = 12;
const MEMORY_LIMIT = 300 * 1024 * 1024;
/** Loading the readers takes 0.3 s; a loaded machine gets its time. */
const START_PATIENCE = 30_000;
/** A process that has grown to this is replaced before the next file, resident bytes. */
const TOO_GROWN = 500 * 1024 * 1024;
const IDLE = 5_000;
const CLOSED = 'the reader of files was closed';

/** Nothing is started before the first file; a file goes to the process with the fewest before it. */
export function createFileReader({ processes = 1, ...options }: FileReaderOptions): FileReader {
  const lanes = Array.from({ length: processes }, () => createLane(options));
  const freest = () => lanes.reduce((best, lane) => (lane.waiting < best.waiting ? lane : best));
  return {
    read: async (file, limits = USUAL_LIMITS) => (await freest().read(file, { limits, split: null })).intake,
    async readSplit(file, knowledge) {
      const { intake, trace } = await freest().read(file, { limits: USUAL_LIMITS, split: knowledge });
      if (trace === undefined) throw new Error('the reading process did not split');
      const { attachments: _, ...reading } = intake;
      return { ...reading, trace };
    },
    async close() {
      for (const lane of lanes) lane.close();
    },
  };
}

type Wanted = Pick<ReadRequest, 'limits' | 'split'>;
type Read = Pick<Extract<ReadResponse, { kind: 'read' }>, 'intake' | 'trace'>;

/** One process. After a limit was passed or a reader failed, the next file gets a new one. */
function createLane({
  fork,
  patience = PATIENCE,
  memoryLimit = MEMORY_LIMIT,
  idle = IDLE,
}: Omit<FileReaderOptions, 'processes'>) {
  let child: Child | null = null;
  let resting: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let asked = 0;
  let waiting = 0;
  let closed = false;

  const drop = () => {
    child?.port.kill();
    child = null;
  };

  async function readNext({ name, bytes }: NamedBytes, wanted: Wanted): Promise<Read> {
    if (closed) throw new Error(CLOSED);
    clearTimeout(resting);
    const file = baseName(name);
    child = child?.ended === false ? child : startChild(fork());
    await child.ready;
    asked += 1;
    // A person who allows a book gives it the time.
    const given = wanted.limits.pages > USUAL_LIMITS.pages ? patience * LONG : patience;
    const outcome = await child.ask({ id: asked, file: { name: file, bytes }, memoryLimit, ...wanted }, given);
    if (closed) throw new Error(CLOSED);
    if (outcome === 'slow' || outcome === 'ended' || outcome.kind === 'failed' || outcome.memory > TOO_GROWN) drop();
    resting = setTimeout(drop, idle).unref();
    return readingOf(outcome, file, { patience: given, memoryLimit });
  }

  return {
    /** Files given to this process and not answered yet. */
    get waiting() {
      return waiting;
    },
    async read(file: NamedBytes, wanted: Wanted): Promise<Read> {
      assertSize(file.bytes.length, file.name);
      waiting += 1;
      const reading = last.then(() => readNext(file, wanted));
      last = reading.catch(() => {});
      return await reading.finally(() => {
        waiting -= 1;
      });
    },
    close() {
      closed = true;
      clearTimeout(resting);
      drop();
    },
  };
}

type Answer = Exclude<ReadResponse, { kind: 'ready' | 'begun' }>;
type Outcome = Answer | 'slow' | 'ended';

interface Child {
  readonly port: ReadingPort;
  readonly ready: Promise<void>;
  readonly ended: boolean;
  ask(request: ReadRequest, patience: number): Promise<Outcome>;
}

function startChild(port: ReadingPort): Child {
  const started = Promise.withResolvers<void>();
  let ended = false;
  let settle: ((outcome: Outcome) => void) | null = null;
  let begin: (() => void) | null = null;
  const timer = setTimeout(() => port.kill(), START_PATIENCE);
  port.onMessage((message) => {
    const response = message as ReadResponse;
    if (response.kind === 'begun') return begin?.();
    if (response.kind !== 'ready') return settle?.(response);
    clearTimeout(timer);
    started.resolve();
  });
  port.onExit(() => {
    ended = true;
    clearTimeout(timer);
    started.reject(new Error('the reading process did not start'));
    settle?.('ended');
  });
  return {
    port,
    ready: started.promise,
    get ended() {
      return ended;
    },
    async ask(request, patience) {
      if (ended) return 'ended';
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      settle = resolve;
      let limit = setTimeout(() => resolve('slow'), START_PATIENCE);
      begin = () => {
        clearTimeout(limit);
        limit = setTimeout(() => resolve('slow'), patience);
      };
      port.post(request);
      const outcome = await promise;
      clearTimeout(limit);
      settle = null;
      begin = null;
      return outcome;
    },
  };
}

/** A process that ended by itself in mid-file was ended by its watch, by V8 or by the system: for its size. */
function readingOf(outcome: Outcome, file: string, limits: { patience: number; memoryLimit: number }): Read {
  if (outcome === 'slow') throw new IntakeError('file-too-slow', { file, limit: `${limits.patience / 1000} 秒` });
  if (outcome === 'ended')
    throw new IntakeError('file-too-heavy', { file, limit: `${Math.round(limits.memoryLimit / (1024 * 1024))} MB` });
  switch (outcome.kind) {
    case 'read':
      return outcome;
    case 'refused':
      throw new IntakeError(outcome.code, outcome.params);
    case 'failed':
      throw new IntakeError('file-damaged', { file, detail: '内容无法识别' }, { cause: new Error(outcome.detail) });
    default:
      return outcome satisfies never;
  }
}
