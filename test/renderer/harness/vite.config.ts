import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

// npx vite build -c test/renderer/harness/vite.config.ts --outDir FOLDER
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [svelte({ configFile: '../../../svelte.config.js' })],
  build: { emptyOutDir: true, modulePreload: false, assetsInlineLimit: 0, target: 'chrome140' },
})
