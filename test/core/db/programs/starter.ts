import { createInterface } from 'node:readline';
import { type Database, openDatabase } from '../../../../electron/core/db/open.ts';
import { CoreError } from '../../../../electron/core/errors.ts';
import { office } from './office.ts';

/** Does as told on stdin: `open DIR` answers `owner`, or the code of the refusal and its parameters; `close` answers `closed`. */
let db: Database | undefined;
process.stdout.write('ready\n');

createInterface({ input: process.stdin }).on('line', (line) => {
  const [word, dir = ''] = line.split(' ');
  process.stdout.write(`${word === 'open' ? open(dir) : close()}\n`);
});

function open(dir: string): string {
  try {
    db = openDatabase(office(dir));
    return 'owner';
  } catch (error) {
    if (error instanceof CoreError) return `${error.code} ${JSON.stringify(error.params)}`;
    throw error;
  }
}

function close(): string {
  db?.close();
  db = undefined;
  return 'closed';
}
