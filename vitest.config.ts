import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';
import { findOffice } from './build/setup/office.ts';

/** Tests that let LibreOffice read our DOCX; the test command names them as skipped where it is not installed. */
const exclude = [...configDefaults.exclude, ...(findOffice() === null ? ['**/*.office.test.ts'] : [])];

/** How far the files of a room are kept from each other. */
interface Apart {
  pool?: 'threads' | 'forks';
  isolate?: boolean;
}

/** Rooms of the suite that run under Vitest; end-to-end specs run under Playwright. */
const nodeRoom = (name: string, { pool = 'threads', isolate = true }: Apart = {}) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    exclude,
    environment: 'node' as const,
    pool,
    isolate,
    testTimeout: 30_000,
  },
});

export default defineConfig({
  test: {
    // Vitest leaves one core to itself; on two cores that is half of them.
    maxWorkers: 2,
    projects: [
      // Pure functions: what one file loaded serves the next.
      nodeRoom('unit', { isolate: false }),
      nodeRoom('core'),
      nodeRoom('migrations'),
      // A process of its own: what these hold in memory is measured.
      nodeRoom('security', { pool: 'forks' }),
      {
        plugins: [react()],
        test: {
          name: 'component',
          pool: 'threads',
          include: ['test/component/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['test/component/setup.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
