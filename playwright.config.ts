import { defineConfig } from '@playwright/test';

/**
 * End-to-end specs run twice: against the browser workstation in the system browser, and in the Electron window.
 * The test command leaves the second project out where there is no Electron runtime, and says so.
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure', locale: 'zh-CN' },
  projects: [
    { name: 'browser', metadata: { door: 'browser' } },
    { name: 'electron', metadata: { door: 'electron' } },
  ],
});
