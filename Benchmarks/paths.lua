-- For wrk: each thread walks the paths in a file, one a line, from a place of its own; what was counted is printed as one line of JSON.
-- wrk ... -s paths.lua ADDRESS -- FILE
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  paths = {}
  for line in io.lines(arguments[1]) do paths[#paths + 1] = line end
  at = number * 499
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end

function done(summary, latency)
  local broken = summary.errors.status + summary.errors.timeout + summary.errors.connect
    + summary.errors.read + summary.errors.write
  io.write(string.format('\n{"requests":%d,"seconds":%.3f,"not_200":%d,"p50":%.6f,"p99":%.6f}\n',
    summary.requests, summary.duration / 1e6, broken, latency:percentile(50) / 1e6, latency:percentile(99) / 1e6))
end
