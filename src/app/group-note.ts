import { EPISODE } from '../cases/ladder.js';
import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import type { Category } from '../domain/verdict.js';
import type { Reply } from './command.js';
import type { Incident } from './incident.js';
import type { Known } from './known.js';
import { cited } from './may.js';
import { isPaused } from './own-posts.js';
import { dateOf } from './people-when.js';
import { isQuiet } from './quiet.js';

/** So many messages the bot writes into a chat on one day besides announcements (issue of the bot's own noise). */
export const NOTES_A_DAY = 3;

/** What a chat may be told of; of everything else no word in public. */
const TOLD: Readonly<Partial<Record<Category, string>>> = {
  obscene: 'group-hidden',
  insult: 'group-hidden',
  'personal-data': 'group-hidden-data',
};

type Said = Pick<Reply, 'actions' | 'changes'>;

const SILENCE: Said = { actions: [], changes: [] };

/**
 * A word to a chat, as far as the bot may still speak there: none in quiet hours, three a day, and the same thing once in a
 * quarter of an hour. It is taken away again after a while (`note-away`) where the messenger lets it.
 */
export const groupWord = async (chat: Chat, words: Text, known: Known): Promise<Said> => {
  const { now, zone, settings, records } = known;
  if (isQuiet(now, await settings(), zone) || (await isPaused(chat, known))) return SILENCE;
  const held = await records.get('noise', chat.ref);
  const day = dateOf(now, zone);
  const today = held?.value.day === day ? held.value : { day, count: 0, last: held?.value.last ?? {} };
  const lately = now - (today.last[words.key] ?? Number.NEGATIVE_INFINITY) < EPISODE;
  if (lately || today.count >= NOTES_A_DAY) return SILENCE;
  const note: Action = {
    do: 'send',
    to: chat.ref,
    text: words,
    tells: { job: 'note-away', about: chat.ref, as: words.key },
  };
  const heard: Change = keep(
    'noise',
    chat.ref,
    { day, count: today.count + 1, last: { ...today.last, [words.key]: now } },
    held,
  );
  return { actions: [note], changes: chat.mode === 'act' ? [heard] : [] };
};

/** A word to the chat that something was taken away, which names nobody. */
export const groupNote = async ({ finding, chat }: Pick<Incident, 'finding' | 'chat'>, known: Known): Promise<Said> => {
  const key = TOLD[finding.category];
  return key === undefined ? SILENCE : groupWord(chat, text(key, { cited: cited(finding.citation) }), known);
};
