/**
 * `npm run icons`: turns icon.svg and tray-template.svg into what each system wants, below build/icons. The results
 * are committed, so that packing needs no rasteriser; test/packaging notices when they are out of date.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { BICUBIC, createICNS, createICO } from 'png2icons'

const BUILD = dirname(fileURLToPath(import.meta.url))

/** Sizes of the freedesktop icon theme that electron-builder installs, in pixels. */
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** A tray image is 16 points; `@2x` is found by its name. https://www.electronjs.org/docs/latest/api/native-image */
const TRAY_SIZES = [
  { suffix: '', pixels: 16 },
  { suffix: '@2x', pixels: 32 },
]

/**
 * Draws every icon.
 *
 * @returns {Promise<ReadonlyMap<string, Uint8Array>>} the files' content by their path below build/icons
 */
export async function drawIcons() {
  await startRasteriser()
  const icon = await readFile(join(BUILD, 'icon.svg'), 'utf8')
  const tray = await readFile(join(BUILD, 'tray-template.svg'), 'utf8')

  /** @type {Map<string, Uint8Array>} */
  const files = new Map()
  for (const pixels of LINUX_SIZES) files.set(`${String(pixels)}x${String(pixels)}.png`, rasterise(icon, pixels))
  for (const { suffix, pixels } of TRAY_SIZES) files.set(`tray/trayTemplate${suffix}.png`, rasterise(tray, pixels))

  const largest = Buffer.from(rasterise(icon, 1024))
  files.set('icon.icns', present(createICNS(largest, BICUBIC, 0)))
  // PNG inside for all sizes but the small ones, which old parts of Windows read as bitmaps only.
  files.set('icon.ico', present(createICO(largest, BICUBIC, 0, false, true)))
  return files
}

/** @type {Promise<void> | undefined} */
let rasteriser

/** The rasteriser may be started only once in a process. */
function startRasteriser() {
  rasteriser ??= readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then((code) =>
    initWasm(code),
  )
  return rasteriser
}

/**
 * @param {string} svg
 * @param {number} pixels
 */
function rasterise(svg, pixels) {
  return new Resvg(svg, { fitTo: { mode: 'width', value: pixels } }).render().asPng()
}

/** @param {Buffer | null} icon */
function present(icon) {
  if (icon === null) throw new Error('Cannot make an icon file out of build/icon.svg')
  return icon
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, content] of await drawIcons()) {
    const file = join(BUILD, 'icons', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}
