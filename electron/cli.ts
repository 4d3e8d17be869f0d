import { runDesk } from './cli/run.ts';

/** The same core without a window: one JSON document on standard output, messages on standard error. */
const { code, output } = await runDesk(process.argv.slice(2), (message) => console.error(message));
process.stdout.write(output);
process.exitCode = code;
