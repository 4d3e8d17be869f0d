import { copyFileSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const source = (path: string) => fileURLToPath(new URL(`../electron/${path}`, import.meta.url));

const out = fileURLToPath(new URL('../dist/desktop', import.meta.url));

/** The engine reads its templates beside its own file. */
const templates: Plugin = {
  name: 'templates',
  writeBundle() {
    for (const file of globSync(source('press/engine/*.typ'))) copyFileSync(file, join(out, basename(file)));
  },
};

/**
 * The desktop's own code and the programs it starts beside itself, as modules for Electron's Node.
 * Packages stay outside: the packaged program carries them in node_modules.
 */
export default defineConfig({
  plugins: [templates],
  build: {
    ssr: true,
    outDir: out,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: source('desktop/main.ts'),
        press: source('press/engine/engineProcess.ts'),
        read: source('intake/child/readProcess.ts'),
      },
      external: ['electron', /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
