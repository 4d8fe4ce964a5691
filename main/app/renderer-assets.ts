/** Answers `app://porthole/…` from the built renderer, and from nothing else. Knows no Electron: a request in, a response out. */
import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, relative, resolve, sep } from 'node:path'

/** Everything the build puts into `out/renderer`; what is not listed is not ours and is not found. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
])

/**
 * The fields of every response to the window.
 *
 * The policy has no way to run a string: no inline script, no eval, and no string becomes markup, because trusted types
 * are required and none may be made. The components are compiled to build their elements one by one for that reason.
 */
const FIELDS: readonly (readonly [name: string, value: string])[] = [
  // prettier-ignore
  ['Content-Security-Policy', "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cache-Control', 'no-store'],
]

/**
 * Gives the function that answers the window's requests.
 *
 * @param folder absolute path of the built renderer
 * @param host the one authority that is answered
 */
export function rendererAssets(folder: string, host: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const path = assetPath(folder, host, request.url)
    const mediaType = path === undefined ? undefined : MEDIA_TYPES.get(extname(path))
    if (path === undefined || mediaType === undefined) return refusal(404)
    try {
      const content = await readFile(path)
      const body = request.method === 'HEAD' ? null : new Uint8Array(content)
      return new Response(body, { headers: [...FIELDS, ['Content-Type', mediaType]].map(([n, v]) => [n, v]) })
    } catch {
      return refusal(404)
    }
  }
}

/** The file that a URL names, or undefined when it names none inside the folder. */
function assetPath(folder: string, host: string, url: string): string | undefined {
  const parsed = new URL(url)
  if (parsed.host !== host) return undefined
  const path = resolve(folder, `.${decodePath(parsed.pathname === '/' ? '/index.html' : parsed.pathname)}`)
  const inside = relative(folder, path)
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? undefined : path
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: FIELDS.map(([name, value]) => [name, value]) })
}
