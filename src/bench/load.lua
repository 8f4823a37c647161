-- Load for wrk. Arguments: what ("read", "floor" or "create"), projects, documents in each, and for create the body's file.
local what, projects, documents

function init(args)
  what, projects, documents = args[1], tonumber(args[2]), tonumber(args[3])
  math.randomseed(os.time())
  if what == "create" then
    local file = assert(io.open(args[4], "rb"))
    wrk.method, wrk.body = "POST", file:read("*a")
    wrk.headers["Content-Type"] = "application/json"
    file:close()
  end
end

function request()
  if what == "floor" then
    return wrk.format(nil, "/" .. math.random(projects * documents) .. "/1")
  end
  local path = "/api/v1/projects/p" .. math.random(projects) .. "/adrs"
  return wrk.format(nil, what == "read" and path .. "/" .. math.random(documents) or path)
end

-- One line: requests a second, median and 99th percentile in ms, failures.
function done(summary, latency)
  local errors = summary.errors
  print(string.format("figures %.0f %.2f %.2f %d", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
