/** One request of each kind that the table tells apart. */
import { runClient } from '../../support/run-client'
import { sendRaw, SlowDownload } from './clients'

/** Sends them, and gives the download that is still running. */
export async function makeTraffic(origin: string, folder: string): Promise<SlowDownload> {
  const curl = (...args: readonly string[]): Promise<unknown> =>
    runClient('curl', ['-sS', '-o', '/dev/null', ...args], folder)
  await curl(`${origin}/`)
  await curl(`${origin}/readme.txt`)
  await curl(
    '-A',
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0.0.0 Mobile',
    `${origin}/%E8%AF%BB%E6%88%91.txt`,
  )
  await curl('-r', '1000000-33000000', `${origin}/film.mkv`)
  await curl('-z', new Date().toUTCString(), `${origin}/readme.txt`)
  await curl('-I', `${origin}/film.mkv`)
  await curl(`${origin}/.env`)
  await curl(`${origin}/photos/`)
  await curl('-X', 'DELETE', `${origin}/photos/ropes.jpg`)
  await sendRaw(origin, 'GET /readme.txt HTTP/1.1\r\nHost : x\r\nUser-Agent: hand-made\r\n\r\n')
  await cutOff(new SlowDownload(origin, '/film.mkv', 40_000_000), 30_000_000)
  return new SlowDownload(origin, '/film.mkv', 10_000_000)
}

async function cutOff(download: SlowDownload, octets: number): Promise<void> {
  while (download.received < octets && !download.ended) await new Promise((resolve) => setTimeout(resolve, 20))
  download.abort()
}
