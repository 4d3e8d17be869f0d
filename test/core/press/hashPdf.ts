// Prints the hash of text 001's PDF: run in a process of its own.
import { createHash } from 'node:crypto';
import { createPress, nodeFork } from '../../../electron/press/index.ts';
import { bulletinOf } from '../../support/bulletins.ts';

const press = createPress({ fork: nodeFork() });
process.stdout.write(
  createHash('sha256')
    .update(await press.pdf(bulletinOf('001')))
    .digest('hex'),
);
await press.close();
