import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (path: string) => fileURLToPath(new URL(`../electron/${path}`, import.meta.url));

/**
 * The desktop's own code and the programs it starts beside itself, as modules for Electron's Node.
 * Packages stay outside: the packaged program carries them in node_modules.
 */
export default defineConfig({
  build: {
    ssr: true,
    outDir: fileURLToPath(new URL('../dist/desktop', import.meta.url)),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { main: source('desktop/main.ts'), press: source('press/engine/engineProcess.ts') },
      external: ['electron', /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
