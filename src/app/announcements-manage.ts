import { countsOf } from '../announcements/ledger.js';
import type { Announcement } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import { type Held, keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import { card, changeable, isOut, ownOne, unknown } from './announcements-card.js';
import { sending, timer } from './announcements-frame.js';
import { paperList } from './announcements-paper.js';
import { moment, shownIn, wait, waitingWords, whenWords } from './announcements-publish.js';
import { reminderAt } from './announcements-remind.js';
import { partsOf } from './announcements-send.js';
import { asking, asks, CANCEL, option, told } from './announcements-talk.js';
import { titleVars } from './announcements-words.js';
import type { Call, Reply } from './command.js';
import { momentVars } from './people-when.js';

/** Nobody is reminded of the same more often. */
const OFTEN = 6 * HOUR;

const remindNow = async (id: string, held: Held<'announcement'>, call: Call): Promise<Reply> => {
  const { acknowledge } = held.value;
  if (acknowledge === undefined || acknowledge <= call.now) return told(call, text('announce-too-late'), 'late');
  const since = held.value.remindedAt;
  if (since !== undefined && call.now < since + OFTEN)
    return told(call, text('announce-reminded-lately', momentVars(since + OFTEN, call.zone)), 'lately');
  const at = await reminderAt(held.value, call);
  if (at >= acknowledge) return told(call, text('announce-reminding-late'), 'late');
  const words =
    at > call.now ? text('announce-reminding-later', momentVars(at, call.zone)) : text('announce-reminding');
  return {
    ...told(call, words, 'remind'),
    changes: [timer('announcement-remind', id, Math.max(at, call.now + 1), { from: 0 })],
  };
};

/** Copies of which nobody knows whether they came are sent once more, under another name. */
const sendAgain = async (id: string, held: Held<'announcement'>, call: Call): Promise<Reply> => {
  const parts = await partsOf(id, held.value, call);
  const changes = parts.flatMap((part): readonly Change[] => {
    const lost = Object.entries(part.value.lines).filter(([, line]) => line.state === 'uncertain');
    if (lost.length === 0) return [];
    const lines = { ...part.value.lines, ...Object.fromEntries(asPlanned(lost)) };
    return [keep('recipients', part.id, { ...part.value, lines }, part)];
  });
  if (changes.length === 0) return told(call, text('announce-nothing-lost'), 'nothing');
  const { at } = await moment({ ...held.value, at: call.now }, held.value.channel, call);
  const { copies, planned, uncertain } = countsOf(
    parts.map(({ value }) => value.lines),
    held.value.version,
  );
  const ended = copies - planned - uncertain;
  const announcement: Announcement = {
    ...held.value,
    state: 'sending',
    progress: { ended, at, stalled: false, from: { ended, at } },
  };
  const words = at > call.now ? text('announce-again-later', { at: whenWords(at, call) }) : text('announce-again');
  const reply = told(call, words, 'again');
  return {
    ...reply,
    actions: reply.actions.map((action) => shownIn(action, id)),
    changes: [
      ...changes,
      keep('announcement', id, announcement, held),
      ...sending(
        id,
        announcement,
        parts.map(({ value }) => value.lines),
        { now: at },
      ),
    ],
  };
};

const asPlanned = (lost: readonly (readonly [string, Held<'recipients'>['value']['lines'][string]])[]) =>
  lost.map(([key, line]) => [key, { ...line, state: 'planned' as const, why: 'again' }] as const);

/** It need not wait for its time any more; quiet hours and pauses hold it all the same. */
const publishNow = async (id: string, held: Held<'announcement'>, call: Call): Promise<Reply> => {
  const announcement = { ...held.value, at: call.now };
  const { at, why } = await moment(announcement, announcement.channel, call);
  const words =
    at > call.now ? waitingWords(announcement, at, why, call) : text('announce-now', { number: announcement.number });
  return { ...told(call, words, 'now'), changes: wait(id, announcement, at, held) };
};

/** A card stays for days: what it offers may be over. */
const stillOffered = (held: Held<'announcement'>, chosen: string): boolean => {
  switch (chosen) {
    case 'now':
      return held.value.state === 'waits';
    case 'edit':
      return held.value.state === 'waits' || isOut(held.value);
    case 'remind':
    case 'paper':
    case 'again':
      return isOut(held.value);
    default:
      return true;
  }
};

/** What was chosen under the card of an announcement. */
export const managed = async (id: string, given: string | undefined, call: Call): Promise<Reply> => {
  const chosen = given ?? '';
  const changes = chosen === 'now' || chosen === 'edit' || chosen === 'withdraw';
  const held = await (changes ? changeable(id, call) : ownOne(id, call));
  if (held === undefined) return unknown(call);
  if (!stillOffered(held, chosen)) return card(id, call);
  switch (chosen) {
    case 'remind':
      return remindNow(id, held, call);
    case 'paper':
      return paperList(id, held.value, call);
    case 'again':
      return sendAgain(id, held, call);
    case 'now':
      return publishNow(id, held, call);
    case 'edit':
      return asks(
        'edit',
        asking(text('announce-new-words'), { step: 'edit', announcement: id }, [CANCEL], { free: true }),
      );
    case 'withdraw': {
      const options = [option('yes', text('button-announce-withdraw-yes'), 'negative'), CANCEL];
      return asks(
        'withdraw',
        asking(
          text('announce-withdraw-sure', { number: held.value.number, ...titleVars(held.value) }),
          { step: 'withdraw', announcement: id },
          options,
        ),
      );
    }
    default:
      return unknown(call);
  }
};
