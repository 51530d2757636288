import { TICKS } from '../domain/migration.js';
import { shortName } from '../domain/names.js';
import type { Answer } from '../domain/question.js';
import { type Text, text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import { preview } from './invites-wish.js';
import { hearRemoval, hearTaking } from './migration-change.js';
import { showChecklist, tick } from './migration-close.js';
import { post, showNotice } from './migration-notice.js';
import { progressWords, reachedOf, sightFor, targetOf } from './migration-progress.js';
import { offerShut, shut } from './migration-shut.js';
import {
  asking,
  asks,
  cardOptions,
  type HeldChat,
  type MigrationTalk,
  mayMove,
  mayName,
  option,
  refused,
} from './migration-talk.js';
import { hearSettling } from './people-settling.js';
import { here } from './reply.js';

/** Buttons of one message. */
const MOST = 8;

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

/** How far one has come, with what can be done about it. */
export const showProgress = async ({ id, value }: HeldChat, call: Call): Promise<Reply> => {
  const reached = await reachedOf(value, call);
  const words = progressWords(value, reached, await sightFor(value, reached, call.person?.id, call));
  return asks('progress', asking(words, { step: 'card', chat: id }, cardOptions(value)));
};

/** Whose way is another one: the only one who is missing, or one of those. */
const askWho = async (held: HeldChat, call: Call): Promise<Reply> => {
  const { missing } = await reachedOf(held.value, call);
  if (!(await mayName(held.value, call))) return said(call, text('migration-names'), 'no-names');
  const [only, another] = missing;
  if (only === undefined) return showProgress(held, call);
  if (another === undefined) return askHow(held, only.id, call);
  const options = missing
    .slice(0, MOST)
    .map((one) => option(one.id, text('button-migration-person', { name: shortName(one) })));
  return asks('who', asking(text('migration-who'), { step: 'who', chat: held.id }, options));
};

const askHow = async (held: HeldChat, id: string, call: Call): Promise<Reply> => {
  const person = await call.people.find(id);
  if (person === undefined) return said(call, text('find-nobody'), 'gone');
  const options = (['diary', 'telephone'] as const).map((how) => option(how, text('button-migration-how', { how })));
  const words = text('migration-how', { name: shortName(person) });
  return asks('how', asking(words, { step: 'how', chat: held.id, person: id }, options, { free: true }));
};

/** The same as settled by `/найти`: no more invites, no reminders. */
const settle = async (
  held: HeldChat,
  id: string,
  { option: chosen, words = '' }: Answer,
  call: Call,
): Promise<Reply> => {
  const how = chosen === undefined ? words : call.say(text('migration-how-words', { how: chosen }));
  const reply = await hearSettling({ words: how }, { person: id, step: 'other-way' }, call);
  if (reply.because !== 'settled') return reply;
  const reached = await reachedOf(held.value, call);
  const missing = reached.missing.filter((one) => one.id !== id);
  const otherWay = reached.otherWay + (reached.missing.length - missing.length);
  const now = { ...reached, missing, otherWay };
  const done = progressWords(held.value, now, await sightFor(held.value, now, call.person?.id, call));
  return { ...reply, actions: [here(call, done), ...reply.actions.slice(1)] };
};

/** Invites for those who have not moved yet: what there is for it, and who may. */
const invite = async (held: HeldChat, call: Call): Promise<Reply> => {
  const target = targetOf(held.value);
  return target && !held.value.closed ? preview({ target, again: false }, call) : showProgress(held, call);
};

const onCard = async (held: HeldChat, chosen: string | undefined, call: Call): Promise<Reply> => {
  switch (chosen) {
    case 'text':
      return { ...(await showNotice(held, call)), stays: true };
    case 'invite':
      return { ...(await invite(held, call)), stays: true };
    case 'other-way':
      return { ...(await askWho(held, call)), stays: true };
    default:
      return { ...(await showChecklist(held, call)), stays: true };
  }
};

/** What follows from an answer about an old chat; rights are looked at again. */
export const hearMigration = async (answer: Answer, talk: MigrationTalk, call: Call): Promise<Reply> => {
  const held = await call.records.get('old-chat', talk.chat);
  if (held === undefined) return said(call, text('migration-gone'), 'gone');
  // Whoever is asked to take it over is not responsible yet.
  if (talk.step === 'take') return hearTaking(held, talk.from, answer.option, call);
  if (!(await mayMove(held.value, call))) return said(call, await refused(held.value, call), 'refused');
  switch (talk.step) {
    case 'card':
      return onCard(held, answer.option, call);
    case 'who':
      return answer.option === undefined ? askWho(held, call) : askHow(held, answer.option, call);
    case 'how':
      return settle(held, talk.person, answer, call);
    case 'post':
      return post(held, call);
    case 'shut':
      return answer.option === 'shut' ? shut(held, call) : showChecklist(held, call);
    case 'remove':
      return hearRemoval(held, answer.option, call);
    case 'closing': {
      if (answer.option === 'bot') return offerShut(held, call);
      const done = TICKS.find((one) => one === answer.option);
      return done ? tick(held, done, call) : showChecklist(held, call);
    }
  }
};
