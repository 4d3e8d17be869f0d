import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';
import { findOffice } from './build/setup/office.ts';

/** Tests that let LibreOffice read our DOCX; the test command names them as skipped where it is not installed. */
const exclude = [...configDefaults.exclude, ...(findOffice() === null ? ['**/*.office.test.ts'] : [])];

/** Rooms of the suite that run under Vitest; end-to-end specs run under Playwright. */
const nodeRoom = (name: string) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], exclude, environment: 'node' as const, testTimeout: 30_000 },
});

export default defineConfig({
  test: {
    // Vitest leaves one core to itself; on two cores that is half of them.
    maxWorkers: 2,
    projects: [
      nodeRoom('unit'),
      nodeRoom('core'),
      nodeRoom('migrations'),
      nodeRoom('security'),
      {
        plugins: [react()],
        test: {
          name: 'component',
          include: ['test/component/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['test/component/setup.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
