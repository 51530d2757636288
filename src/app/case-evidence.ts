import type { Case } from '../domain/case.js';
import type { Chat } from '../domain/chat.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { episodeOf, optionsOf } from './case-card.js';
import { asking, askingWords, option, told } from './case-talk.js';
import type { Call, Reply } from './command.js';
import { scopeOf } from './may.js';

/** So much of a reason is kept. */
const LONGEST = 200;

/** Those whom the case was brought before: of the administration only they look into it, and by an objection or a complaint. */
const broughtBefore = ({ asked, appeal, source }: Case, who: string | undefined): boolean =>
  who !== undefined &&
  (asked?.who === who || asked?.also === who || appeal !== undefined || source === 'complaint' || source === 'photo');

/** Why whoever calls may not look at what was taken away; nothing when he may. Rights are asked anew every time. */
export const unseen = async ({ value }: Held<'case'>, chat: Chat, call: Call): Promise<Text | undefined> => {
  const me = call.person?.id;
  if (me !== undefined && value.parties.includes(me)) return text('case-not-for-party');
  const permitted = await call.may('see-case', scopeOf(chat));
  if (permitted.granted === 'yes') return undefined;
  if (permitted.granted === 'confirm' && broughtBefore(value, me)) return undefined;
  return permitted.granted === 'confirm' ? text('case-not-brought') : permitted.text;
};

/** Looking at what was taken away is an act with a reason. */
export const askWhy = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply> => {
  const refused = await unseen(held, chat, call);
  if (refused) return { ...told(call, refused, 'refused'), stays: true };
  const ask = askingWords(text('case-why', { number: held.value.number }), { step: 'why', case: held.id }, [
    option('decide', 'primary'),
  ]);
  return { actions: [], changes: [], because: 'why', asks: [ask], stays: true };
};

/** Shows the fragments of the episode; who looked and why is written beside each of them, in the same write. */
export const open = async (held: Held<'case'>, chat: Chat, words: string | undefined, call: Call): Promise<Reply> => {
  const refused = await unseen(held, chat, call);
  if (refused) return told(call, refused, 'refused');
  const episode = await episodeOf(held, call);
  const found = await Promise.all(episode.map(({ id }) => call.records.get('evidence', id)));
  const evidence = found.filter((one) => one !== undefined);
  if (evidence.length === 0) return told(call, text('case-evidence-gone'), 'evidence-gone');
  const why = (words ?? 'case-decision').slice(0, LONGEST);
  const look = { by: call.person?.id ?? call.account, at: call.now, why };
  const lines = evidence.map(({ value }) => text('case-fragment', { fragment: value.fragment }));
  return {
    actions: [],
    changes: evidence.map((one) =>
      keep('evidence', one.id, { ...one.value, opened: [...one.value.opened, look] }, one),
    ),
    because: 'evidence-opened',
    asks: [
      asking(text('case-shown', { number: held.value.number, lines }), { step: 'card', case: held.id }, [
        ...optionsOf(held.value, call.person?.id, true, call),
      ]),
    ],
  };
};
