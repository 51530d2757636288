import { readAct } from '../domain/act.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { dayOf } from './acknowledging.js';
import type { Call, Reply } from './command.js';
import { FOREIGN_ACT } from './foreign.js';
import { withoutOrder } from './grounds.js';
import { here } from './reply.js';

/** «телеграм …»: the switch is spoken of. */
export const ABROAD = /^(?:telegram|телеграмм?)(?![\p{L}\d])[\s:,]*/iu;
const SHUT = /^(?:выключить|выключи|отключить|нет|запретить)[.!]?$/iu;

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

/**
 * How the school stands to messengers of other countries, and its changing: opened by an order of the school only, shut by a
 * word. Whoever calls may change settings.
 */
export const abroad = async (words: string, call: Call): Promise<Reply> => {
  const refused = await withoutOrder(call);
  if (refused) return said(call, refused, 'no-order');
  const held = await call.records.get('act', FOREIGN_ACT);
  const open = held && { number: held.value.number, date: held.value.date.split('-').toReversed().join('.') };
  if (words === '')
    return open ? said(call, text('foreign-is-open', open), 'abroad') : said(call, text('foreign-is-shut'), 'at-home');
  if (SHUT.test(words))
    return {
      ...said(call, text('foreign-closed'), 'shut'),
      changes: held ? [keep('act', FOREIGN_ACT, null, held)] : [],
    };
  const act = readAct(words);
  if (act === undefined || act.date > dayOf(call.now, call.zone)) return said(call, text('foreign-form'), 'usage');
  const value = { what: FOREIGN_ACT, ...act, by: call.person?.id ?? '', at: call.now } as const;
  const vars = { number: act.number, date: act.date.split('-').toReversed().join('.') };
  return { ...said(call, text('foreign-opened', vars), 'opened'), changes: [keep('act', FOREIGN_ACT, value, held)] };
};
