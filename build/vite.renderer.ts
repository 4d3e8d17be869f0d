import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The page: one program for the desktop window and the browser workstation. */
export default defineConfig({
  root: here('../renderer'),
  plugins: [react()],
  build: {
    outDir: here('../dist/renderer'),
    emptyOutDir: true,
    // The content security policy allows no data: scripts or fonts, and every file is served from the same disk.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
});
