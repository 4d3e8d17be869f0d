import { resolve } from 'node:path';
import { readArguments, required, wholeNumber } from './arguments.ts';
import type { Command } from './command.ts';
import { openWorkstation } from './host.ts';

const usage = 'serve --data DIR [--port N]';

/** Serves the workstation on this machine until it is told to stop (Ctrl+C); prints the address that opens it once. Port 0 takes any. */
export const command: Command = {
  usage,
  async run(args) {
    const { values } = readArguments(args, usage, { data: { type: 'string' }, port: { type: 'string' } });
    const dataDir = resolve(required(values.data, usage));
    const port = wholeNumber(values.port, '--port', { min: 0, max: 65_535 });
    const station = await openWorkstation({ dataDir, exportFolder: resolve(dataDir, '导出'), port });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void station.close());
    return { url: station.url, openUrl: station.openUrl() };
  },
};
