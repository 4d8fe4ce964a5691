-- Asks for ranges at random: wrk … -- SIZE LENGTH. They are written beforehand, so that drawing one costs nothing.
local prepared, count = {}, 512

function init(args)
  local size, length = tonumber(args[1]), tonumber(args[2])
  math.randomseed(1)
  for index = 1, count do
    local first = math.random(0, size - length)
    wrk.headers['Range'] = string.format('bytes=%d-%d', first, first + length - 1)
    prepared[index] = wrk.format()
  end
end

function request()
  return prepared[math.random(count)]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n#{"elapsedUs":%d,"requests":%d,"bytes":%d,"p50Us":%d,"p99Us":%d,"failed":%d,"refused":%d}\n',
    summary.duration, summary.requests, summary.bytes, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.timeout, errors.status))
end
