import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = fileURLToPath(new URL('../renderer/submit', import.meta.url));

/**
 * The department page: small, for browsers of eight years ago, which know modules but not the syntax after 2018. What
 * they lack in functions is made up for in `renderer/submit/shims.ts`.
 */
export default defineConfig({
  root: folder,
  base: '/',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/portal',
    emptyOutDir: true,
    target: ['es2018', 'chrome64', 'edge79', 'firefox60', 'safari12'],
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
});
