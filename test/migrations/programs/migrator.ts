import fs from 'node:fs';
import { type Migration, openDatabase } from '../../../electron/core/db/open.ts';
import { firstMigration, office } from '../../core/db/programs/office.ts';
import { slowMigration } from './steps.ts';

/** Migrates DIR from 1 to 2, naming each phase on stdout, and waits to be killed; told `and-die`, dies in step 3. */
const [dir = '', then] = process.argv.slice(2);
const say = (line: string) => fs.writeSync(1, `${line}\n`);

const deadly: Migration = { version: 3, name: 'deadly', up: () => void process.kill(process.pid, 'SIGKILL') };
const steps = [firstMigration, slowMigration, ...(then === 'and-die' ? [deadly] : [])];

say('start');
const db = openDatabase({ ...office(dir, steps), onProgress: ({ label }) => say(label) });
say('migrated');
setInterval(() => db.commits, 1_000);
