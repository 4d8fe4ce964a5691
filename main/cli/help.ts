/** What `porthole --help` prints. */
export const HELP = `Usage: porthole [FOLDER|FILE …] [options]

Shares folders and files over HTTP and shows every request.
One folder has its content at /; several, or a file, stand under their names.
Without any, the current folder is shared.

  -p, --port N          port to serve on; 0 takes any free one
                        (default: 8080, or the next free one)
      --host ADDR       address to listen on (default: all of this machine)
      --echo            also share the echo, which answers with the request
      --index           answer a folder with its index.html
      --all             also serve dot-files and what looks like a secret
      --allow-host NAME also answer requests for this host name;
                        any answers for every name (may be repeated)
      --max-connections N
                        connections at once from everybody (default: 4000)
      --max-per-client N
                        connections at once from one address (default: 2400)
      --head-timeout S  seconds for the head of a request (default: 15)
      --idle-timeout S  seconds without a request (default: 15)
      --content-timeout S
                        seconds without an octet of an upload (default: 30)
      --reader-timeout S
                        seconds without an octet being read (default: 60)
      --log FORMAT      pretty, json (one object a line) or none
                        (default: pretty)
      --console[=PORT]  open the browser console on this computer only;
                        with nothing to share, choose it there
  -h, --help            show this
  -v, --version         show the version

Ctrl+C stops: running transfers get 5 seconds, a second Ctrl+C ends them.
`
