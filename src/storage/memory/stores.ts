import type { Stores } from '../../ports/stores.js';
import type { Vault } from '../../ports/vault.js';
import { memoryJournal } from './journal.js';
import { memoryLedger } from './ledger.js';
import { memoryChats, memoryCodes, memoryCursors, memoryPeople, memoryRecords, memoryTimers } from './records.js';
import { createState, type State } from './state.js';
import { memoryTraces } from './traces.js';

/** Stores that forget with the process: for scenarios and virtual time. */
export const createMemoryStores = (vault: Vault, state: State = createState()): Stores => ({
  people: memoryPeople(state),
  chats: memoryChats(state),
  codes: memoryCodes(state),
  records: memoryRecords(state),
  timers: memoryTimers(state),
  traces: memoryTraces(state),
  cursors: memoryCursors(state),
  ledger: memoryLedger(state, vault),
  journal: memoryJournal(state, vault),
});

export { createState };
