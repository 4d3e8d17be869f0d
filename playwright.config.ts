import { defineConfig } from '@playwright/test';
import { findBrowser } from './build/setup/browser.ts';
import { isRoot } from './build/setup/debian.ts';
import type { DoorOption } from './test/e2e/support/app.ts';

const executablePath = findBrowser();

/** Chromium looks up and calls its maker's hosts at every start unless told not to; a test machine may have no network. */
const QUIET_CHROMIUM = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
];

/**
 * End-to-end specs run twice: against the browser workstation in the system browser, and in the Electron window.
 * The test command leaves the second project out where there is no Electron runtime, and says so.
 */
export default defineConfig<DoorOption>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      // Chromium cannot have its sandbox as root; nobody but a test machine runs it so.
      chromiumSandbox: !isRoot,
      args: QUIET_CHROMIUM,
    },
  },
  projects: [
    { name: 'browser', use: { door: 'browser' }, metadata: { door: 'browser' } },
    // The desktop program has one window, which its own code opens again: there are no tabs to test.
    { name: 'electron', use: { door: 'electron' }, metadata: { door: 'electron' }, grepInvert: /@tabs/ },
  ],
});
