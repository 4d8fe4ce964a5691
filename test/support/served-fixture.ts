/** The built command serving the fixture. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AskedServer } from './asked-server'
import { PortholeProcess } from './porthole-process'
import { writeFixture } from './share-fixture'

export class ServedFixture extends AskedServer {
  /** The folder that holds the shared one and what nobody may see. */
  readonly place: string
  /** The shared folder. */
  readonly root: string

  private constructor(porthole: PortholeProcess, folders: { readonly place: string; readonly root: string }) {
    super(porthole)
    this.place = folders.place
    this.root = folders.root
  }

  /** @param args options of the command line besides `--index` */
  static async start(...args: readonly string[]): Promise<ServedFixture> {
    const place = await mkdtemp(join(tmpdir(), 'porthole-conformance-'))
    const root = await writeFixture(place)
    return new ServedFixture(await PortholeProcess.start(root, '--index', ...args), { place, root })
  }

  override async stop(): Promise<void> {
    await super.stop()
    await rm(this.place, { recursive: true, force: true })
  }

  /** Tells whether an ordinary request is answered as ever. */
  async isWell(): Promise<boolean> {
    const { status, content } = await this.get('/a.txt')
    return status === 200 && content.toString() === 'ALPHA-FILE\n'
  }
}
