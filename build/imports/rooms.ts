/** Rooms of the program, by path; the longest prefix wins. */
const ROOMS = {
  'shared/': 'shared',
  'renderer/': 'renderer',
  'electron/desktop/': 'desktop',
  'electron/preload/': 'preload',
  'electron/web/': 'web',
  'electron/cli/': 'cli',
  'electron/cli.ts': 'cli',
  'electron/core/': 'core',
  'electron/intake/': 'intake',
  'electron/press/': 'press',
  'build/': 'tools',
  'test/': 'tools',
} as const;

export type Room = (typeof ROOMS)[keyof typeof ROOMS];

/** Which rooms a room may import from, itself aside. Imports run one way: doors, core, makers, shared. */
export const MAY_IMPORT = {
  shared: [],
  renderer: ['shared'],
  preload: ['shared'],
  intake: ['shared'],
  press: ['shared'],
  core: ['intake', 'press', 'shared'],
  web: ['core', 'intake', 'press', 'shared'],
  desktop: ['web', 'core', 'intake', 'press', 'shared'],
  cli: ['web', 'core', 'intake', 'press', 'shared'],
  tools: ['shared', 'renderer', 'preload', 'intake', 'press', 'core', 'web', 'desktop', 'cli'],
} as const satisfies Record<Room, readonly Room[]>;

/** Rooms that may use Node's own modules; the others also run in a page. */
export const KNOWS_NODE: ReadonlySet<Room> = new Set(['intake', 'press', 'core', 'web', 'desktop', 'cli', 'tools']);

/** The only packages of `shared/`. */
export const SHARED_PACKAGES: ReadonlySet<string> = new Set(['zod', 'pinyin-pro', 'tweetnacl']);

/** Packages that may be imported below these folders only. Tests may import all. */
export const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['electron/core/db/'],
  electron: ['electron/desktop/', 'electron/preload/'],
  '@myriaddreamin/typst-ts-node-compiler': ['electron/press/'],
  // Other hands than ours to make and read a DOCX with: for tests.
  docx: [],
  mammoth: [],
  react: ['renderer/'],
  'react-dom': ['renderer/'],
  'react-router': ['renderer/'],
  antd: ['renderer/'],
};

/** Calls that belong to one place. */
export const CALL_HOMES: Readonly<Record<string, { readonly below: string; readonly homes: readonly string[] }>> = {
  fetch: { below: 'renderer/', homes: ['renderer/data/'] },
  EventSource: { below: 'renderer/', homes: ['renderer/data/'] },
  XMLHttpRequest: { below: 'renderer/', homes: ['renderer/data/'] },
  sendBeacon: { below: 'renderer/', homes: ['renderer/data/'] },
  // Nothing leads outside: no address is ever handed to the system's browser.
  openExternal: { below: 'electron/', homes: [] },
};

/** @returns the room a source file lies in, `null` for a file outside all rooms */
export function roomOf(file: string): Room | null {
  if (!file.includes('/')) return 'tools';
  let found: { readonly length: number; readonly room: Room } | null = null;
  for (const [prefix, room] of Object.entries(ROOMS)) {
    if (file.startsWith(prefix) && prefix.length > (found?.length ?? 0)) found = { length: prefix.length, room };
  }
  return found?.room ?? null;
}
