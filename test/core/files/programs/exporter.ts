import fs from 'node:fs';
import path from 'node:path';
import { writeFileAtomic } from '../../../../electron/core/files/writeFileAtomic.ts';

/** Writes FOLDER/issue.pdf again and again, each time all of one byte, until it is killed. */
const [folder = ''] = process.argv.slice(2);
fs.writeSync(1, 'start\n');
for (let n = 1; ; n++) {
  const bytes = Buffer.alloc(2_000_000, n % 256);
  await writeFileAtomic(path.join(folder, 'issue.pdf'), bytes);
}
