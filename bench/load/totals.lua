-- Says at the end, on a line of its own, what wrk has counted. Nothing runs for each request.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n#{"elapsedUs":%d,"requests":%d,"bytes":%d,"p50Us":%d,"p99Us":%d,"failed":%d,"refused":%d}\n',
    summary.duration, summary.requests, summary.bytes, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.timeout, errors.status))
end
