import type { ErrorData } from '../../../../shared/contract/errors.ts';
import type { BackFileId } from '../../../../shared/domain/ids.ts';
import type { Knowledge } from '../../../../shared/text/split/index.ts';
import { IntakeError } from '../../../intake/reader.ts';
import { READERS } from '../../../intake/readInChild.ts';
import type { Desk } from '../../context.ts';
import type { Log } from '../../db/open.ts';
import { listDepartments, unitNames } from '../departments/repo.ts';
import { putDrafts } from './drafts.ts';
import { bytesOf, countFiles, isPaused, setFailed, setRead, waitingFiles } from './repo.ts';

/** The job under which progress of the reading is told. */
export const READING_JOB = 'back-issues';
/** Pages are told of changes at most this often, ms: each asks for its rows again. */
const TELL_EVERY = 1_000;

/**
 * Reads the files of back issues that wait, in the background, as many beside one another as there are reading processes.
 * What waits stands in the database, so that a program that was ended goes on where it was.
 */
export interface BackReading {
  /** Goes on with what waits. */
  begin(): void;
  /** The same after a change, of which the pages are told. */
  wake(): void;
  end(): void;
}

export function createBackReading(desk: Desk, log: Log): BackReading {
  const inHand = new Set<BackFileId>();
  let done = 0;
  let ended = false;
  let telling: NodeJS.Timeout | null = null;

  const tell = () => {
    if (telling !== null || ended) return;
    telling = setTimeout(() => {
      telling = null;
      desk.emit({ type: 'changed', topics: ['backIssues'] });
    }, TELL_EVERY).unref();
  };

  function begin(): void {
    if (ended) return;
    if (desk.db.read(isPaused)) return;
    const waiting = desk.db.read((r) => waitingFiles(r, 2 * READERS)).filter(({ id }) => !inHand.has(id));
    for (const file of waiting.slice(0, READERS - inHand.size)) void work(file);
  }

  async function work(file: { id: BackFileId; name: string }): Promise<void> {
    inHand.add(file.id);
    try {
      await readOne(desk, file);
    } catch (error) {
      if (ended) return;
      log.error('a file of back issues could not be kept', { error });
      return;
    } finally {
      inHand.delete(file.id);
    }
    if (ended) return;
    progress();
    tell();
    begin();
  }

  function progress(): void {
    done += 1;
    const left = desk.db.read((r) => countFiles(r, 'waiting'));
    desk.emit({ type: 'progress', job: READING_JOB, label: '读取往期文件', done, total: done + left });
    if (left > 0 || inHand.size > 0) return;
    done = 0;
    desk.emit({ type: 'finished', job: READING_JOB, error: null });
  }

  return {
    begin,
    wake() {
      tell();
      begin();
    },
    end() {
      ended = true;
      if (telling !== null) clearTimeout(telling);
    },
  };
}

/** Reads one file and keeps what was found, or why nothing was. Throws only where it cannot be kept. */
async function readOne({ db, reader }: Desk, { id, name }: { id: BackFileId; name: string }): Promise<void> {
  const { bytes, knowledge } = db.read((r) => ({ bytes: bytesOf(r, id), knowledge: knowledgeOf(r) }));
  let read: Awaited<ReturnType<typeof reader.readSplit>> | ErrorData;
  try {
    read = await reader.readSplit({ name, bytes }, knowledge);
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    read = { code: error.code, params: error.params };
  }
  db.write((w) => {
    // Taken out while it was being read.
    if (w.get(`SELECT 1 AS found FROM back_files WHERE id = ? AND state = 'waiting'`, [id]) === undefined) return;
    if ('code' in read) return setFailed(w, id, read);
    const { text, warnings, trace } = read;
    const { pieces, items, confidence } = trace;
    setRead(w, id, text, { pieces, items, confidence }, warnings);
    putDrafts(w, { id, name }, text, { pieces, items, confidence });
  });
}

const knowledgeOf = (r: Parameters<typeof listDepartments>[0]): Knowledge => ({
  units: unitNames(listDepartments(r)),
});
