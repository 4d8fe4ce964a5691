/**
 * Makes room for file operations that hang. Import it before anything else: libuv reads the size when the first of its
 * threads is needed, and never again.
 *
 * The threads are shared by the whole process, so with libuv's own four a dead network drive would stop every share and
 * every name lookup. On Windows libuv sees only the environment that the process was started with
 * (https://docs.libuv.org/en/v1.x/threadpool.html), and naming a size that does not hold would mislead those who ask.
 */
const THREADS = 32

if (process.platform !== 'win32') process.env.UV_THREADPOOL_SIZE ??= String(THREADS)
