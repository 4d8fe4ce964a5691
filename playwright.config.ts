import { defineConfig } from '@playwright/test'

/**
 * The window and the console, driven from outside. `npm test` builds first and sets PORTHOLE_CHROMIUM; which Electron
 * drives the desktop specs is decided in test/e2e by E2E_ELECTRON, and which app by E2E_APP.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  // One more than the cores: half of a spec's time it waits.
  workers: 3,
  forbidOnly: process.env.CI !== undefined,
  // A test that passes on the second try is a test that fails: look at it.
  retries: 0,
  reporter: [['list']],
  // `npm test` runs them one after the other: what measures the window under load needs both cores to itself.
  projects: [
    { name: 'specs', testIgnore: 'load.spec.ts' },
    { name: 'load', testMatch: 'load.spec.ts' },
  ],
  // The film of a trace costs a sixth of a spec's time; what the page looked like at each step is in it without.
  use: { trace: { mode: 'retain-on-failure', screenshots: false }, screenshot: 'only-on-failure' },
})
