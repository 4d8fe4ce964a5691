/** The command line, and the console for machines without a display: the same app under plain Node. */
import './share/thread-pool'
import { runCommandLine } from './cli/run'

void runCommandLine(process.argv.slice(2)).then((status) => {
  // What is still open by now, such as a hung drive, shall not keep a finished program alive.
  process.exit(status)
})
