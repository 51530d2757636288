import { script } from './script.js';

/**
 * Appends journal entries to a chain if its head, number and seal, is still the one the caller saw.
 * Local `append(headKey, chainKey, chainsKey, name, expected, entries)` gives the last number; entries are `{ entry, mac, trace }`.
 * Local `enqueue(outbox, rows, later, added, turn)` stores rows as `score|turn|sealed`: equally old rows go by their turn.
 */
const APPEND = `
local function append(head, chain, chains, name, expected, entries)
  local now = redis.call('HMGET', head, 'seq', 'mac')
  if (now[1] or '0') .. ' ' .. (now[2] or '') ~= expected then return false end
  local seq = tonumber(now[1] or '0')
  for _, one in ipairs(entries) do
    seq = seq + 1
    redis.call('XADD', chain, seq .. '-0', 'e', one.entry, 'm', one.mac)
    if one.trace then
      redis.call('RPUSH', one.trace, name .. ' ' .. seq)
      redis.call('PEXPIRE', one.trace, 2592000000)
    end
  end
  if #entries > 0 then
    redis.call('HSET', head, 'seq', seq, 'mac', entries[#entries].mac)
    redis.call('SADD', chains, name)
  end
  return seq
end
local function moved(head)
  local now = redis.call('HMGET', head, 'seq', 'mac')
  return { 'moved', now[1] or '0', now[2] or '' }
end
local function enqueue(outbox, rows, later, added, turn)
  for i, row in ipairs(added) do
    redis.call('HSET', rows, row.id, row.score .. '|' .. (turn * 1000 + i) .. '|' .. row.sealed)
    if row.due then redis.call('ZADD', later, row.due, row.id) else redis.call('ZADD', outbox, row.score, row.id) end
  end
end
`;

/** Local `ready(outbox, rows, leased, later, now)`: puts back into the outbox what is due or whose lease has run out. */
const READY = `
local function scoreOf(row) return string.sub(row, 1, string.find(row, '|', 1, true) - 1) end
local function ready(outbox, rows, leased, later, now)
  for _, from in ipairs({ leased, later }) do
    for _, id in ipairs(redis.call('ZRANGEBYSCORE', from, '-inf', now, 'LIMIT', 0, 1000)) do
      redis.call('ZREM', from, id)
      local row = redis.call('HGET', rows, id)
      if row then redis.call('ZADD', outbox, scoreOf(row), id) end
    end
  end
end
`;

/** Local `obtain(outbox, leased, tried, owners, id, lease)`: leases a row; says when it was first taken, or false when it is not there. */
const OBTAIN = `
local function obtain(outbox, leased, tried, owners, id, lease)
  if redis.call('ZREM', outbox, id) == 0 then return false end
  redis.call('ZADD', leased, lease['until'], id)
  redis.call('HSETNX', tried, id, lease.now)
  redis.call('HSET', owners, id, lease.owner)
  return redis.call('HGET', tried, id)
end
`;

/**
 * One update's verdict, changes and outbox rows in one write.
 * KEYS: settled, head, chain, chains, outbox, rows, later, leased, tried, owners.
 * ARGV: chain name, expected head, entries, commands, rows, time to live of `settled` (ms), conditions as `[hash, field, head]`,
 * rows to lease as `{ ids, owner, now, until }` or nothing.
 * Output: {'settled'} | {'leased'} | {'already'} | {'stale'} | {'moved', seq, mac}.
 */
export const settleScript = script(`${APPEND}${READY}${OBTAIN}
if redis.call('EXISTS', KEYS[1]) == 1 then return { 'already' } end
for _, want in ipairs(cjson.decode(ARGV[7])) do
  local found = redis.call('HGET', want[1], want[2])
  local head = found and (string.match(found, '^(.-)|') or found) or '0'
  if head ~= want[3] then return { 'stale' } end
end
local turn = append(KEYS[2], KEYS[3], KEYS[4], ARGV[1], ARGV[2], cjson.decode(ARGV[3]))
if not turn then return moved(KEYS[2]) end
for _, command in ipairs(cjson.decode(ARGV[4])) do redis.call(unpack(command)) end
local lease = ARGV[8] ~= '' and cjson.decode(ARGV[8])
local before
if lease then
  ready(KEYS[5], KEYS[6], KEYS[8], KEYS[7], lease.now)
  before = redis.call('ZRANGE', KEYS[5], 0, 0, 'WITHSCORES')[2]
end
enqueue(KEYS[5], KEYS[6], KEYS[7], cjson.decode(ARGV[5]), turn)
redis.call('SET', KEYS[1], '1', 'PX', ARGV[6])
if not lease or (before and tonumber(before) <= tonumber(redis.call('ZSCORE', KEYS[5], lease.ids[1]))) then return { 'settled' } end
for _, id in ipairs(lease.ids) do obtain(KEYS[5], KEYS[8], KEYS[9], KEYS[10], id, lease) end
return { 'leased' }
`);

/**
 * Journal entries with a plain write beside them, once per `written` key.
 * KEYS: written, head, chain, chains. ARGV: chain name, expected head, entries, commands, time to live of `written` (ms).
 * Output: {'settled'} | {'already'} | {'moved', seq, mac}.
 */
export const appendScript = script(`${APPEND}
if redis.call('EXISTS', KEYS[1]) == 1 then return { 'already' } end
if not append(KEYS[2], KEYS[3], KEYS[4], ARGV[1], ARGV[2], cjson.decode(ARGV[3])) then return moved(KEYS[2]) end
for _, command in ipairs(cjson.decode(ARGV[4])) do redis.call(unpack(command)) end
redis.call('SET', KEYS[1], '1', 'PX', ARGV[5])
return { 'settled' }
`);

/**
 * Cuts the beginning of a chain off, unless another process has cut more. KEYS: checkpoint, chain.
 * ARGV: number, mac and seal of the last entry that goes. Output: how many went.
 */
export const trimScript = script(`
if tonumber(redis.call('HGET', KEYS[1], 'seq') or '0') >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'seq', ARGV[1], 'mac', ARGV[2], 'seal', ARGV[3])
return redis.call('XTRIM', KEYS[2], 'MINID', '=', string.format('%d-0', tonumber(ARGV[1]) + 1))
`);

/**
 * Ends taken rows. KEYS: head, chain, chains, outbox, rows, leased, later, tried, owners.
 * ARGV: chain name, expected head, entries, ended ids, rows whose turn has come, rows to try later as `{ id, score, sealed, due, refused }`,
 * commands (timers for whoever is to hear of it).
 * Output: {'ended'} | {'moved', seq, mac} | {'gone', id …}: rows that somebody ended before; nothing was written.
 */
export const endScript = script(`${APPEND}
local ended, later = cjson.decode(ARGV[4]), cjson.decode(ARGV[6])
local gone = { 'gone' }
for _, id in ipairs(ended) do if redis.call('HEXISTS', KEYS[5], id) == 0 then gone[#gone + 1] = id end end
for _, row in ipairs(later) do if redis.call('HEXISTS', KEYS[5], row.id) == 0 then gone[#gone + 1] = row.id end end
if #gone > 1 then return gone end
local turn = append(KEYS[1], KEYS[2], KEYS[3], ARGV[1], ARGV[2], cjson.decode(ARGV[3]))
if not turn then return moved(KEYS[1]) end
for _, id in ipairs(ended) do
  redis.call('HDEL', KEYS[5], id)
  redis.call('ZREM', KEYS[4], id)
  redis.call('ZREM', KEYS[6], id)
  redis.call('ZREM', KEYS[7], id)
  redis.call('HDEL', KEYS[8], id)
  redis.call('HDEL', KEYS[9], id)
end
for _, row in ipairs(later) do
  local kept = string.match(redis.call('HGET', KEYS[5], row.id), '|(%d+)|')
  redis.call('HSET', KEYS[5], row.id, row.score .. '|' .. kept .. '|' .. row.sealed)
  redis.call('ZREM', KEYS[4], row.id)
  redis.call('ZREM', KEYS[6], row.id)
  redis.call('ZADD', KEYS[7], row.due, row.id)
  if row.refused then redis.call('HDEL', KEYS[8], row.id) end
end
enqueue(KEYS[4], KEYS[5], KEYS[7], cjson.decode(ARGV[5]), turn)
for _, command in ipairs(cjson.decode(ARGV[7])) do redis.call(unpack(command)) end
return { 'ended' }
`);

/**
 * The most urgent rows, after whatever is due or whose lease has run out was put back.
 * KEYS: outbox, rows, leased, later. ARGV: now, from, count. Output: {id, row, id, row, …}.
 */
export const candidatesScript = script(`${READY}
ready(KEYS[1], KEYS[2], KEYS[3], KEYS[4], ARGV[1])
local from = tonumber(ARGV[2])
local ids = redis.call('ZRANGE', KEYS[1], from, from + tonumber(ARGV[3]) - 1)
if #ids == 0 then return {} end
local rows, out = redis.call('HMGET', KEYS[2], unpack(ids)), {}
for i, id in ipairs(ids) do
  if rows[i] then out[#out + 1] = id; out[#out + 1] = rows[i] else redis.call('ZREM', KEYS[1], id) end
end
return out
`);

/**
 * Leases rows and remembers when each was first taken. KEYS: outbox, leased, tried, owners. ARGV: until, now, owner, id ….
 * Output: {id, first taken, id, first taken, …} of the rows obtained.
 */
export const leaseScript = script(`${OBTAIN}
local lease = { ['until'] = ARGV[1], now = ARGV[2], owner = ARGV[3] }
local got = {}
for i = 4, #ARGV do
  local first = obtain(KEYS[1], KEYS[2], KEYS[3], KEYS[4], ARGV[i], lease)
  if first then got[#got + 1] = ARGV[i]; got[#got + 1] = first end
end
return got
`);

/**
 * Gives leased rows back. KEYS: outbox, rows, leased, owners, tried. ARGV: owner, or nothing for all; then, where some were
 * never sent off: since when first taken, those that were all the same …. Output: how many.
 */
export const freeLeasesScript = script(`${READY}
local count, sent = 0, {}
for i = 3, #ARGV do sent[ARGV[i]] = true end
for _, id in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do
  if ARGV[1] == '' or redis.call('HGET', KEYS[4], id) == ARGV[1] then
    redis.call('ZREM', KEYS[3], id)
    local first = ARGV[2] and not sent[id] and redis.call('HGET', KEYS[5], id)
    if first and tonumber(first) >= tonumber(ARGV[2]) then redis.call('HDEL', KEYS[5], id) end
    local row = redis.call('HGET', KEYS[2], id)
    if row then redis.call('ZADD', KEYS[1], scoreOf(row), id) end
    count = count + 1
  end
end
return count
`);
