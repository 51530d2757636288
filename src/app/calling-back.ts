import { type Case, caseId, conductId, type Evidence } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { chatVars } from '../domain/chat.js';
import type { Danger, Emergency } from '../domain/emergency.js';
import { keep } from '../domain/records.js';
import { dialogOf, inChat } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import { nextNumber } from './counted.js';
import { readerOf } from './incident.js';
import { momentVars } from './people-when.js';

/** What was hidden in error is offered back; words of despair are not put up once more for all to read. */
const GIVEN_BACK: readonly Danger[] = ['threat', 'sexual', 'extremism'];

type Back = Pick<Reply, 'actions' | 'changes'>;
const NOTHING: Back = { actions: [], changes: [] };

/**
 * A false alarm about something that was hidden: from now on it is a case in which the bot was wrong, an example for its rule,
 * and its author is asked whether it is to stand in the chat again.
 * @param words the evidence of the first message
 */
export const givenBack = async (
  one: Emergency,
  words: Evidence | undefined,
  closer: string,
  call: Call,
): Promise<Back> => {
  const { danger, chat: ref, account, person: id } = one;
  const [first] = one.messages;
  const citation = call.cite('RIGHTS');
  const chat = ref && (await call.chats.find(ref));
  if (!GIVEN_BACK.includes(danger) || danger === 'alone' || !first?.hidden || !chat || !citation || !words)
    return NOTHING;
  if (!inChat(first.place)) return NOTHING;
  const person = id === undefined ? undefined : await call.people.find(id);
  const { number, taken } = await nextNumber('case', call);
  const { document, clause, edition } = citation;
  const message = { place: first.place, id: first.id };
  const case_ = caseId(message, { document, clause, edition });
  if (await call.records.get('case', case_)) return NOTHING;
  const mistaken: Case = {
    number,
    chat: chat.ref,
    account,
    ...(person && { person: person.id, role: person.role }),
    message,
    written: first.at,
    opened: one.opened,
    citation: { document, clause, edition },
    rule: danger,
    category: danger,
    removed: 'deleted',
    source: 'bot',
    parties: [],
    decided: { by: closer, at: call.now, as: 'cancelled' },
    closed: call.now,
    wrong: true,
  };
  const back: Change = {
    put: 'timer',
    timer: { key: `call-return:${case_}`, at: call.now, job: 'call-return', data: { case: case_ } },
  };
  const said = text('call-false-author', {
    ...chatVars(chat),
    ...momentVars(first.at, call.zone),
    reader: readerOf(person),
  });
  return {
    actions: [{ do: 'send', to: dialogOf(account), text: said }],
    changes: [
      taken,
      keep('case', case_, mistaken, undefined),
      keep('evidence', case_, { ...words, of: conductId(one) }, undefined),
      back,
    ],
  };
};
