import { launch } from './setup/launch.mjs';

await launch('electron/cli.ts');
