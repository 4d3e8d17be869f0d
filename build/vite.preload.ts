import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The preload script: a sandboxed window loads a single CommonJS file and nothing beside it. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: fileURLToPath(new URL('../dist/preload', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome140',
    minify: false,
    rolldownOptions: {
      input: { index: fileURLToPath(new URL('../electron/preload/index.ts', import.meta.url)) },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
  ssr: { noExternal: true },
});
