/** The desktop app: builds the parts, joins them, nothing else. */
import './share/thread-pool'
import { runApp } from './app/lifecycle'
import { Porthole } from './share/porthole'

runApp((options) => Porthole.open(options))
