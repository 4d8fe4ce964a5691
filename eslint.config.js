import js from '@eslint/js'
import noUnsanitized from 'eslint-plugin-no-unsanitized'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import ts from 'typescript-eslint'
import { layersPlugin } from './build/eslint-layers.mjs'
import svelteConfig from './svelte.config.js'

const SOURCES = ['main/**/*.ts', 'preload/**/*.ts', 'renderer/**/*.ts', 'renderer/**/*.svelte']
const SCRIPTS = ['*.js', '*.ts', 'build/**/*.mjs', 'test/**', 'bench/**']

/** @param {readonly string[]} names */
const mustStayOn = (...names) => names.map((name) => webPreference(name, false, 'on'))
/** @param {readonly string[]} names */
const mustStayOff = (...names) => names.map((name) => webPreference(name, true, 'off'))

/**
 * @param {string} name
 * @param {boolean} wrong
 * @param {string} state
 */
function webPreference(name, wrong, state) {
  return {
    selector: `Property[key.name='${name}'][value.value=${String(wrong)}]`,
    message: `${name} must stay ${state}`,
  }
}

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'coverage/', 'test-results/', 'playwright-report/', 'bench/peers/']),

  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  noUnsanitized.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // docs/style.md, as far as a linter can read it.
      '@typescript-eslint/array-type': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `!= null` is the one idiom that `!==` does not say better.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'max-depth': ['error', 3],
      // An async function without await is how a synchronous answer keeps an asynchronous signature.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: SOURCES,
    plugins: { porthole: layersPlugin },
    rules: {
      'porthole/layers': 'error',
      'no-console': 'error',
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true, IIFEs: true }],
    },
  },
  {
    // Svelte components are default exports by nature; nothing else is.
    files: ['main/**/*.ts', 'preload/**/*.ts', 'renderer/**/*.ts'],
    ignores: ['**/*.d.ts'],
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
    },
  },
  {
    // One page of tables: the contract, and the words of each language.
    files: ['preload/contract.ts', 'renderer/text/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // What an Electron window must never be allowed (docs/security.md).
    files: ['main/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...mustStayOn('contextIsolation', 'sandbox', 'webSecurity'),
        ...mustStayOff(
          'nodeIntegration',
          'nodeIntegrationInWorker',
          'nodeIntegrationInSubFrames',
          'webviewTag',
          'allowRunningInsecureContent',
          'experimentalFeatures',
        ),
      ],
    },
  },
  {
    files: ['main/**/*.ts', 'main/**/*.cjs'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['preload/**/*.ts', 'renderer/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      // electron's typings bring Node's globals along, so that the compiler does not notice these here.
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'global', '__dirname', '__filename'],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      // Rune classes replace whole collections (`$state.raw`): none of them has to react by itself.
      'svelte/prefer-svelte-reactivity': 'off',
      // Svelte's own `$props()` destructuring is `let`.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },
  {
    // In markup the linter sees the arguments of callbacks as `any`. svelte-check sees their types, and checks them.
    files: ['**/*.svelte'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((use) => [
        `@typescript-eslint/no-unsafe-${use}`,
        'off',
      ]),
    ),
  },
  {
    files: SCRIPTS,
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    // Tests look at values whose types they do not own: answers, pages, what came over a socket.
    files: ['test/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Playwright reads a fixture's needs off its parameter: `{}` says that it has none.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  {
    // CommonJS, typed by JSDoc: tsc checks these files, but the linter does not see a JSDoc cast.
    files: ['**/*.cjs', 'bench/*.mjs'],
    rules: {
      // A measurement imports what it has just built.
      'no-unsanitized/method': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
)
