import { launch } from './setup/launch.mjs';

await launch('build/dist.ts');
