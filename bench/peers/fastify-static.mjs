/** `node fastify-static.mjs FOLDER PORT`: @fastify/static as its README shows it, with listings on. */
import { argv } from 'node:process'
import fastifyStatic from '@fastify/static'
import fastify from 'fastify'

const [, , root, port] = argv
const app = fastify({ logger: false })
await app.register(fastifyStatic, {
  root,
  index: false,
  list: {
    format: 'html',
    render: (dirs, files) =>
      `<html><body><ul>${[...dirs, ...files].map(({ href, name }) => `<li><a href="${href}">${name}</a></li>`).join('')}</ul></body></html>`,
  },
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
