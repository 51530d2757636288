import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { chatVars } from '../domain/chat.js';
import { membershipId } from '../domain/membership.js';
import { keep } from '../domain/records.js';
import { dialogOf, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { measureFor } from '../membership/finding.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { closedChat, waitingWords } from './may.js';
import type { Place } from './membership-facts.js';

/** Until a person decides; the nightly look renews it. */
export const SILENCED = 365 * DAY;

type Done = Pick<Reply, 'actions' | 'changes'>;
const NOTHING: Done = { actions: [], changes: [] };

/** What is done to the account at once: taken out, or silenced as somebody under a measure is. */
export const measure = ({ chat, account, finding, person }: Place, { now, messenger }: Known): Done => {
  if (finding === undefined) return NOTHING;
  const { capabilities } = messenger(platformOf(chat.ref));
  const done = measureFor(finding, person);
  if (done === 'remove')
    return capabilities.remove ? { actions: [{ do: 'remove', chat: chat.ref, account }], changes: [] } : NOTHING;
  if (done === 'tell') return NOTHING;
  const until = now + SILENCED;
  return {
    actions: capabilities.mute ? [{ do: 'mute', chat: chat.ref, account, until }] : [],
    changes: [{ put: 'silenced', chat: chat.ref, account, until, told: true }],
  };
};

/** What the account is told, kindly: in its dialog, or in the chat without a name when it has none. */
export const explanation = (place: Place, { cite }: Pick<Known, 'cite'>): readonly Action[] => {
  const { chat, account, finding, person, waits } = place;
  if (finding === undefined || finding === 'foreign' || finding === 'left') return [];
  if (measureFor(finding, person) === 'tell') return [];
  const vars = { ...chatVars(chat), reader: person?.role ?? 'parent' };
  const unknown = waits ? waitingWords(cite) : closedChat(cite);
  const words = finding === 'alien' ? unknown : text(`membership-${finding}`, vars);
  const short = text(finding === 'pupil' ? 'group-membership-pupil' : 'group-membership-alien');
  return [{ do: 'send', to: dialogOf(account), text: words, otherwise: { do: 'send', to: chat.ref, text: short } }];
};

/** What is remembered of a finding: so nothing is told twice. Somebody who is taken out is remembered no longer than that. */
export const remembered = (
  { chat, account, finding, person, held }: Place,
  told: boolean,
  { now }: Known,
): readonly Change[] => {
  if (finding === undefined)
    return held && held.value.decided === undefined ? [keep('membership', held.id, null, held)] : [];
  const muted = measureFor(finding, person) === 'mute' && chat.mode === 'act';
  const since = held?.value.since ?? now;
  const { decided } = held?.value ?? {};
  const value = { chat: chat.ref, account, finding, since, muted, told, ...(decided && { decided }) };
  return [keep('membership', membershipId(chat.ref, account), value, held)];
};
