import { availableParallelism } from 'node:os'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// Two projects, because one resolution cannot serve both: Svelte must be its browser build for runes to react, while
// `ws` and others answer a browser with a stub that throws.
export default defineConfig({
  test: {
    // Real sockets and files on two busy cores: generous, so that a timeout means a hang.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 60_000,
    // Vitest's own number, but more than two cores: half of a file's time it waits for sockets and other programs.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/renderer/**', 'test/e2e/**'],
        },
        extends: true,
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: { name: 'renderer', environment: 'node', include: ['test/renderer/**/*.test.ts'] },
        extends: true,
      },
    ],
  },
})
