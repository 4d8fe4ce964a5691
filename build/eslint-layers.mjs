import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importRefusal } from './layers.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * The ESLint plugin `porthole`: its one rule says of each import, in the editor, what test/layering.test.ts says of
 * the whole tree.
 *
 * @type {import('eslint').ESLint.Plugin}
 */
export const layersPlugin = {
  meta: { name: 'porthole' },
  rules: {
    layers: {
      meta: { type: 'problem', schema: [], messages: { refused: '{{refusal}}' } },
      create(context) {
        const file = relative(ROOT, context.filename).split(sep).join('/')

        /** @param {{ source?: import('estree').Node | null }} node */
        function check({ source }) {
          if (source?.type !== 'Literal' || typeof source.value !== 'string') return
          const refusal = importRefusal(file, source.value)
          if (refusal !== undefined) context.report({ node: source, messageId: 'refused', data: { refusal } })
        }

        return {
          ImportDeclaration: check,
          ImportExpression: check,
          ExportAllDeclaration: check,
          ExportNamedDeclaration: check,
        }
      },
    },
  },
}
