import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = fileURLToPath(new URL('../renderer', import.meta.url));

/** The workstation's page; one build serves both its doors. */
export default defineConfig({
  root: folder,
  base: '/',
  plugins: [react()],
  // The door puts a fresh nonce here with each page (electron/web/pages.ts).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Browsers of domestic terminals lag some years behind.
    target: ['chrome108', 'edge108', 'firefox115', 'safari16.4'],
    // The policy allows files of our own, no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4_000,
  },
});
