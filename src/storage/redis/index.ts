import type { Stores } from '../../ports/stores.js';
import { createChains } from './chains.js';
import { redisChats } from './chats.js';
import { redisCodes } from './codes.js';
import { redisCursors } from './cursors.js';
import { redisJournal } from './journal.js';
import { redisLedger } from './ledger.js';
import { redisPeople } from './people.js';
import { redisRecords } from './records.js';
import type { Shelf } from './shelf.js';
import { redisTimers } from './timers.js';
import { redisTraces } from './traces.js';

/** All of a school's stores on one Redis client. */
export const redisStores = (shelf: Shelf): Stores => {
  const chains = createChains(shelf);
  return {
    people: redisPeople(shelf),
    chats: redisChats(shelf),
    codes: redisCodes(shelf),
    records: redisRecords(shelf),
    timers: redisTimers(shelf),
    traces: redisTraces(shelf),
    cursors: redisCursors(shelf),
    ledger: redisLedger(shelf, chains),
    journal: redisJournal(shelf, chains),
  };
};
