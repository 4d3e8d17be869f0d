import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ForkChild } from './fork.ts';

/** Compiled modules are kept here, in the program's own folder, so that a new engine process starts three times as fast. */
const COMPILE_CACHE = new URL('../../.cache/compile', import.meta.url);

/**
 * Fonts are read whole, 45 MB of them for the first page: in pages of 2 MB instead of 4 kB the first PDF takes half the
 * time. Heeded by the C library of Linux, nowhere else.
 */
const LARGE_PAGES = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };

/** Starts the engine's process under plain Node, from its source unless a bundled entry is given. */
export function nodeFork(entry: URL | string = new URL('./engine/engineProcess.ts', import.meta.url)): ForkChild {
  return () => {
    const path = typeof entry === 'string' ? entry : fileURLToPath(entry);
    // `advanced` carries bytes as bytes.
    const env = { NODE_COMPILE_CACHE: fileURLToPath(COMPILE_CACHE), ...LARGE_PAGES, ...process.env };
    const child = fork(path, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env });
    return {
      post: (message) => {
        if (child.connected) child.send(message as object);
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => {
        child.once('exit', listener);
        child.once('error', listener);
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}
