/** The command line, from its words to its exit status. */
import { startConsole } from '../console/console'
import type { Console } from '../console/console'
import type { LogLimits } from '../share/exchange-log'
import { Porthole } from '../share/porthole'
import { parseCommandLine } from './arguments'
import type { ServeCommand } from './arguments'
import { HELP } from './help'
import { RENDERER_FOLDER, thisMachine } from './machine'
import { createOutput } from './output'
import type { Output } from './output'
import { consoleSentence, noticeSentence, servingSentence, shareSentence } from './sentences'
import { untilAskedToStop } from './stopping'
import { UsageError } from './usage-error'

const DEFAULT_PORT = 8080
const CANNOT = 2

/**
 * Carries out a command line and gives the exit status: 0 when it did what was asked, 2 when it could not begin.
 *
 * @param argv without the program and the script
 */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  try {
    const command = parseCommandLine(argv)
    switch (command.kind) {
      case 'help':
        process.stdout.write(HELP)
        return 0
      case 'version':
        process.stdout.write(`${(await thisMachine()).version}\n`)
        return 0
      case 'serve':
        await serve(command)
        return 0
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n`)
    return CANNOT
  }
}

async function serve(command: ServeCommand): Promise<void> {
  const porthole = await openPorthole(command)
  const output = createOutput(command.log)
  const stopped = untilAskedToStop()
  surviveErrors(porthole, output)
  let browserConsole: Console | undefined
  try {
    if (command.log !== 'none') {
      porthole.onExchangeEnd((row, client) => {
        output.exchange({ row, client })
      })
    }
    tellServing(porthole, output)
    tellNotices(porthole, output)
    await shareAll(porthole, command)
    if (command.consolePort !== undefined) browserConsole = await openConsole(porthole, command.consolePort)
    await startServing(porthole, command)
    if (browserConsole !== undefined) output.say(`Console  ${browserConsole.url}`)
    await stopped
  } finally {
    await Promise.all([porthole.dispose(), browserConsole?.close()])
    await output.flush()
  }
}

/**
 * Without a console nobody can look at a request again: only those that run, and a few that have just ended, are kept.
 * 50,000 of them would cost some 100 MB, and the collector as much time as all the rest of the log.
 */
const UNSEEN_LOG: LogLimits = { records: 256, headBytes: 1024 * 1024 }

/** The desktop's settings are not looked at: a command line says everything itself. */
async function openPorthole(command: ServeCommand): Promise<Porthole> {
  const { port, host, showHidden, serveIndex, allowedHosts, limits, consolePort } = command
  return Porthole.open({
    machine: await thisMachine(),
    shell: { kind: 'console' },
    settingsFile: null,
    settings: { port: port ?? DEFAULT_PORT, showHidden, serveIndex, allowedHosts, limits },
    ...(host !== undefined && { host }),
    ...(consolePort === undefined && { logLimits: UNSEEN_LOG }),
    orNextFree: port === undefined,
  })
}

async function shareAll(porthole: Porthole, { paths, echo, consolePort }: ServeCommand): Promise<void> {
  const isEmpty = paths.length === 0 && !echo
  for (const path of isEmpty && consolePort === undefined ? ['.'] : paths) {
    const answer = await porthole.share(path)
    if (!answer.ok) throw new UsageError(shareSentence(answer.fault, path))
  }
  if (echo) porthole.shareEcho()
}

async function openConsole(porthole: Porthole, port: number): Promise<Console> {
  try {
    return await startConsole({ porthole, rendererDir: RENDERER_FOLDER, port })
  } catch (error) {
    throw new UsageError(consoleSentence(error, port))
  }
}

async function startServing(porthole: Porthole, { port }: ServeCommand): Promise<void> {
  // Nothing is shared yet: it will be chosen in the console, and served from then on.
  if (porthole.shares.length === 0) return
  const answer = await porthole.commands.startServing({ port: port ?? null, orNextFree: port === undefined })
  if (!answer.ok) throw new UsageError(servingSentence(answer.fault))
}

/** Says where we are reached whenever that has changed. */
function tellServing(porthole: Porthole, output: Output): void {
  let told = ''
  porthole.onServingChange((view) => {
    if (view.state !== 'serving') return
    const addresses = JSON.stringify([view.port, view.addresses])
    if (addresses === told) return
    told = addresses
    output.serving(
      view,
      porthole.shares.map(({ name }) => name),
    )
  })
}

/** Says once what a person in front of a terminal should know, and no window tells them. */
function tellNotices(porthole: Porthole, output: Output): void {
  const told = new Set<number>()
  porthole.onNoticesChange((notices) => {
    for (const { id, fault } of notices) {
      const sentence = noticeSentence(fault)
      if (sentence === undefined || told.has(id)) continue
      told.add(id)
      output.say(sentence)
    }
  })
}

/** An error that nobody expected is told, and serving goes on. */
function surviveErrors(porthole: Porthole, output: Output): void {
  porthole.onUnexpected((report) => {
    output.say(report)
  })
  const report = (error: unknown): void => {
    porthole.reportUnexpected(error)
  }
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}
