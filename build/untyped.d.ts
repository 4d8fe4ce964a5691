// Development tools that ship without typings, described as far as they are used here.

declare module 'eslint-plugin-no-unsanitized' {
  const plugin: { readonly configs: { readonly recommended: import('eslint').Linter.Config } }
  export default plugin
}
