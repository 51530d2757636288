import { acknowledgementId } from '../domain/acknowledgement.js';
import type { Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { askedNow, shownDate } from './acknowledging.js';
import type { Call, Reply } from './command.js';
import { currentChapter } from './editions-archive.js';

/** What follows when somebody says to have read this edition. Said twice, the first time counts. */
const noted = async (edition: string, person: Person, call: Call): Promise<{ said: Text } & Pick<Reply, 'changes'>> => {
  const id = acknowledgementId(edition, person.id);
  const held = await call.records.get('acknowledgement', id);
  const date = shownDate(edition);
  if (held?.value.at !== undefined) return { said: text('acknowledged-before', { date }), changes: [] };
  const value = { ...(held?.value ?? askedNow(edition, person.id, call)), at: call.now };
  return { said: text('acknowledged', { date }), changes: [keep('acknowledgement', id, value, held)] };
};

/**
 * Notes that whoever calls has read the edition in force.
 * @param pressed the edition under whose button it was said; of one that has lapsed nothing is noted
 */
export const acknowledge = async (
  call: Call,
  pressed?: string,
): Promise<{ readonly said: Text; readonly changes: Reply['changes']; readonly because: string }> => {
  const current = currentChapter(call)?.edition.requisites.inForceFrom;
  const { person } = call;
  if (person === undefined) return { said: text('acknowledge-who'), changes: [], because: 'nobody' };
  if (current === undefined) return { said: text('regulation-none'), changes: [], because: 'none' };
  if (pressed !== undefined && pressed !== current)
    return { said: text('acknowledge-lapsed'), changes: [], because: 'lapsed' };
  return { ...(await noted(current, person, call)), because: 'acknowledged' };
};
