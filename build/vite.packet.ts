import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const folder = fileURLToPath(new URL('../renderer/submit/packet', import.meta.url));

/** The page that makes packets: one file that works from a disk, and that its own policy keeps from asking anything anywhere. */
export default defineConfig({
  root: folder,
  base: './',
  plugins: [react(), oneFile()],
  build: {
    outDir: '../../../dist/packet',
    emptyOutDir: true,
    target: ['es2018', 'chrome64', 'edge79', 'firefox60', 'safari12'],
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
  },
});

/** Puts script and styles into the page, and their hashes into its policy. */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      let script = '';
      let style = '';
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === 'chunk') script += part.code;
        else if (name.endsWith('.css')) style += String(part.source);
        if (!name.endsWith('.html')) delete bundle[name];
      }
      const page = Object.values(bundle)[0];
      if (page?.type !== 'asset' || script === '') throw new Error('one page and one script were expected');
      // What is inside a script element must not read as an end of it.
      script = script.replaceAll('</', '<\\/');
      const policy = [
        "default-src 'none'",
        `script-src ${hashOf(script)}`,
        `style-src ${hashOf(style)}`,
        'img-src data:',
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ');
      page.source = String(page.source)
        .replace(/<script type="module"[^>]*><\/script>/, '')
        .replace(/<link rel="stylesheet"[^>]*>/, '')
        .replace('<title>', () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <title>`)
        .replace('</head>', () => `<style>${style}</style>\n  </head>`)
        .replace('</body>', () => `<script>${script}</script>\n  </body>`);
    },
  };
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
