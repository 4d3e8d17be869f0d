import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { openDatabase } from '../../../../electron/core/db/open.ts';
import { office } from './office.ts';

/** Writes notes until it is killed, or `count` of them; says `id hash` on stdout once each is committed. */
const [dir = '', count = 'Infinity'] = process.argv.slice(2);
const db = openDatabase(office(dir));

for (let n = 0; n < Number(count); n++) {
  const body = '区发改委优化营商环境'.repeat(1 + Math.floor(Math.random() * 100));
  const hash = createHash('sha256').update(body).digest('hex');
  const id = db.write((w) => {
    const { lastInsertRowid } = w.run('INSERT INTO notes (body, hash) VALUES (?, ?)', [body, hash]);
    w.run('INSERT INTO note_log (note, hash) VALUES (?, ?)', [lastInsertRowid, hash]);
    return lastInsertRowid;
  });
  fs.writeSync(1, `${id} ${hash}\n`);
}
