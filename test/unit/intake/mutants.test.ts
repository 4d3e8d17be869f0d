import { expect, test } from 'vitest';
import { IntakeError, readFile } from '../../../electron/intake/index.ts';
import { intakeKit } from '../../support/intakeKit.ts';
import { mutantOf } from '../../support/mutants.ts';

/** A sample; `npm run bench -- intake mutants 10000` reads them by the thousand, in the processes of the program. */
const EACH = 12;

test.each(intakeKit())('damaged copies of $name end as a text or as a sentence', async ({ name, bytes }) => {
  const kit = intakeKit();
  for (let seed = 1; seed <= EACH; seed += 1) {
    const other = kit[seed % kit.length]?.bytes ?? bytes;
    const outcome = await readFile({ name, bytes: mutantOf(bytes, other, seed) }).then(
      ({ text }) => text,
      (error: unknown) => error,
    );
    if (typeof outcome === 'string') expect(outcome).toMatch(/[\p{L}\p{N}]/u);
    else expect(outcome, `seed ${seed}`).toBeInstanceOf(IntakeError);
  }
});
