import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'

/** Read by the build, vitest, svelte-check and editors alike. @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
const config = {
  preprocess: vitePreprocess(),
  compilerOptions: {
    // Rune mode everywhere, so that a forgotten rune is an error and not a silent Svelte 4 component.
    runes: true,
    // Elements are built one by one and not out of a string: the window's policy requires trusted types and allows none.
    fragments: 'tree',
  },
}

export default config
