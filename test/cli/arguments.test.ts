import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '../../main/cli/arguments'
import type { ServeCommand } from '../../main/cli/arguments'
import { HELP } from '../../main/cli/help'
import { LIMIT_OPTIONS } from '../../main/cli/limit-options'
import { UsageError } from '../../main/cli/usage-error'
import { usualLimits } from '../../preload/settings'

const DEFAULTS: ServeCommand = {
  kind: 'serve',
  paths: [],
  echo: false,
  port: undefined,
  host: undefined,
  serveIndex: false,
  showHidden: false,
  allowedHosts: [],
  limits: usualLimits,
  log: 'pretty',
  consolePort: undefined,
}

describe('parseCommandLine', () => {
  it.each<[string[], Partial<ServeCommand>]>([
    [[], {}],
    [['photos'], { paths: ['photos'] }],
    [['photos', 'film.mkv', '照片 1'], { paths: ['photos', 'film.mkv', '照片 1'] }],
    [['--port', '9000', 'photos'], { port: 9000, paths: ['photos'] }],
    [['--port=0'], { port: 0 }],
    [['-p', '65535'], { port: 65_535 }],
    [['--port', '1', '--port', '2'], { port: 2 }],
    [['--host', '127.0.0.1'], { host: '127.0.0.1' }],
    [['--host', '[::1]'], { host: '::1' }],
    [['--host', 'localhost'], { host: 'localhost' }],
    [['--echo', '--index', '--all'], { echo: true, serveIndex: true, showHidden: true }],
    [['--allow-host', 'Files.Example.org', '--allow-host=b'], { allowedHosts: ['files.example.org', 'b'] }],
    [['--allow-host', 'any'], { allowedHosts: ['*'] }],
    [['--max-connections', '1'], { limits: { ...usualLimits, maxConnections: 1 } }],
    [['--max-per-client=65535'], { limits: { ...usualLimits, maxConnectionsPerClient: 65_535 } }],
    [['--head-timeout', '5', '--head-timeout', '6'], { limits: { ...usualLimits, headTimeoutSeconds: 6 } }],
    [
      ['--idle-timeout', '1', '--content-timeout', '2', '--reader-timeout', '3600'],
      { limits: { ...usualLimits, idleTimeoutSeconds: 1, contentTimeoutSeconds: 2, readerTimeoutSeconds: 3600 } },
    ],
    [['--log', 'json'], { log: 'json' }],
    [['--log=none'], { log: 'none' }],
    [['--console'], { consolePort: 0 }],
    [['--console', 'photos'], { consolePort: 0, paths: ['photos'] }],
    [['--console=9001', 'photos'], { consolePort: 9001, paths: ['photos'] }],
    [['photos', '--console'], { consolePort: 0, paths: ['photos'] }],
    [['--', '--console', '-p'], { paths: ['--console', '-p'] }],
    [['-'], { paths: ['-'] }],
  ])('reads %j', (argv, expected) => {
    expect(parseCommandLine(argv)).toEqual({ ...DEFAULTS, ...expected })
  })

  it.each([
    [['--help'], 'help'],
    [['-h', '--nonsense=1'].slice(0, 1), 'help'],
    [['photos', '--version'], 'version'],
    [['-v'], 'version'],
  ])('reads %j as a wish to read', (argv, kind) => {
    expect(parseCommandLine(argv)).toEqual({ kind })
  })

  it.each([
    [['--port', '70000'], 'Cannot serve on port "70000": expected an integer from 0 to 65535'],
    [['--port', '1e3'], 'Cannot serve on port "1e3": expected an integer from 0 to 65535'],
    [['--port='], 'Cannot serve on port "": expected an integer from 0 to 65535'],
    [['--port=-1'], 'Cannot serve on port "-1": expected an integer from 0 to 65535'],
    [['--port'], 'Cannot use --port without a value; see --help'],
    [['--console=x'], 'Cannot open the console on port "x": expected an integer from 0 to 65535'],
    [['--host', 'evil.example'], 'Cannot listen on "evil.example": expected an address of this machine, or localhost'],
    [['--max-connections', '0'], 'Cannot set --max-connections to "0": expected a whole number from 1 to 65535'],
    [['--max-per-client', '1e3'], 'Cannot set --max-per-client to "1e3": expected a whole number from 1 to 65535'],
    [
      ['--head-timeout', '3601'],
      'Cannot set --head-timeout to "3601": expected a whole number of seconds from 1 to 3600',
    ],
    [['--idle-timeout='], 'Cannot set --idle-timeout to "": expected a whole number of seconds from 1 to 3600'],
    [['--reader-timeout=-1'], 'Cannot set --reader-timeout to "-1": expected a whole number of seconds from 1 to 3600'],
    [['--content-timeout'], 'Cannot use --content-timeout without a value; see --help'],
    [['--log', 'xml'], 'Cannot log as "xml": expected pretty, json or none'],
    [['--allow-host', 'a b'], 'Cannot allow the host "a b": expected a host name, or any'],
    [['--nope'], 'Cannot read the option "--nope": there is none of this name; see --help'],
    [['-x'], 'Cannot read the option "-x": there is none of this name; see --help'],
    [['--__proto__'], 'Cannot read the option "--__proto__": there is none of this name; see --help'],
    [['--echo=yes'], 'Cannot give --echo the value "yes": it takes none'],
    [[''], 'Cannot share "": expected a folder or a file'],
    [['--log', '\u001b[31mred'], 'Cannot log as "\\u{1b}[31mred": expected pretty, json or none'],
  ])('refuses %j in one sentence', (argv, sentence) => {
    expect(() => parseCommandLine(argv)).toThrow(new UsageError(sentence))
  })
})

describe('The help', () => {
  it.each(Object.keys(LIMIT_OPTIONS))('tells of --%s', (option) => {
    expect(HELP).toContain(`--${option} `)
  })

  it('tells the limits that hold when none is given', () => {
    const told = Array.from(HELP.matchAll(/-(?:max|head|idle|content|reader)-[^(]*\(default: (\d+)\)/g), ([, n]) =>
      Number(n),
    )
    expect(told).toEqual(Object.values(usualLimits))
  })
})
