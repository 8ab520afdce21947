-- wrk: hits of readers that were never there before; `-- ROUND ARTICLES` makes those of each round others.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(arguments)
  round, articles, reader = tonumber(arguments[1]), tonumber(arguments[2]), 0
  math.randomseed(round * 100 + number)
end

function request()
  reader = reader + 1
  local address = string.format("fd%02x:%x:%x:%x::1", round % 256, number, math.floor(reader / 65536), reader % 65536)
  local body = articles == 0 and '{"id":""}' or string.format('{"id":"bai-%d"}', math.random(articles))
  return wrk.format("POST", "/_bantin/hit", {
    ["User-Agent"] = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36",
    ["Origin"] = "https://portal.example",
    ["X-Forwarded-For"] = address,
  }, body)
end
