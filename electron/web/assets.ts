import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the built page. */
export interface Asset {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

/** By path below the page's root, `assets/index-3f2a.js`; `null` where there is none. */
export type Assets = (path: string) => Promise<Asset | null>;

/**
 * The files below a folder, listed once: a request can only name what was there at the start, so no path of its own ever
 * reaches the disk.
 */
export function folderAssets(folder: string): Assets {
  let listed: Promise<Map<string, string>> | undefined;
  return async (wanted) => {
    listed ??= list(folder);
    const file = (await listed).get(wanted);
    if (file === undefined) return null;
    return { bytes: new Uint8Array(await readFile(file)), type: typeOf(file) };
  };
}

async function list(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), file]),
  );
}

const typeOf = (file: string) => TYPES.get(path.extname(file).toLowerCase()) ?? 'application/octet-stream';

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm'],
]);
