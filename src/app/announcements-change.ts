import { anew, leftOut } from '../announcements/ledger.js';
import { deadlineOf } from '../announcements/plan.js';
import { meant } from '../announcements/reach.js';
import { isChatLine } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import { type Held, keep } from '../domain/records.js';
import { requestId } from '../domain/request.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { stillFitting } from './announcements-attached.js';
import { changeable, isOut, unknown } from './announcements-card.js';
import { rollOf } from './announcements-facts.js';
import { clocksOf, delivery, question, sending } from './announcements-frame.js';
import { moment, shownIn, whenWords } from './announcements-publish.js';
import { partsOf } from './announcements-send.js';
import { asking, asks, CANCEL, option, told } from './announcements-talk.js';
import type { Call, Reply } from './command.js';
import { decide } from './people-card.js';
import { momentVars } from './people-when.js';

const MOST_WORDS = 3_500;

const silenced = (id: string): readonly Extract<Change, { readonly put: 'no-timer' }>[] =>
  ['announcement-remind', 'announcement-due', 'announcement-begin', 'announcement-progress'].map((job) => ({
    put: 'no-timer',
    key: `${job}:${id}`,
  }));

/** Takes it back wherever it lies; what has not gone out does not go. */
export const withdraw = async (id: string, call: Call): Promise<Reply> => {
  const held = await changeable(id, call);
  if (held === undefined) return unknown(call);
  const { state, number } = held.value;
  if (state === 'withdrawn' || state === 'dropped') return told(call, text('announce-withdrawn-before'), 'before');
  const { every: _stopped, ...rest } = held.value;
  const out = isOut(held.value);
  const asked = state === 'asked' ? await call.records.get('request', requestId('publication', id)) : undefined;
  return {
    ...told(call, text('announce-withdrawing', { number, out: out ? 'yes' : 'no' }), 'withdrawn'),
    changes: [
      keep('announcement', id, { ...rest, state: out ? 'withdrawn' : 'dropped' }, held),
      ...silenced(id),
      // Whoever was asked finds it decided.
      ...(asked?.value.state === 'open' ? [decide(asked, 'declined', call)] : []),
      ...(out ? [delivery(id, held.value.version, { what: 'delete', at: call.now, step: call.name('withdraw') })] : []),
    ],
  };
};

/** Words that cannot be published are asked for once more; nothing of them is cut off. */
const unfit = (id: string, words: string): Reply => {
  const defect = text('announce-defect', {
    what: words === '' ? 'words' : 'long',
    names: String(Math.max(0, words.length - MOST_WORDS)),
  });
  return asks('edit', asking(defect, { step: 'edit', announcement: id }, [CANCEL], { free: true }));
};

/** New words: a misprint is mended where it stands, a change of meaning goes out anew; what still waits just has others. */
export const change = async (id: string, typed: string, call: Call): Promise<Reply> => {
  const held = await changeable(id, call);
  const words = typed.trim();
  if (words === '' || words.length > MOST_WORDS) return unfit(id, words);
  if (held?.value.state === 'waits')
    return {
      ...told(call, text('announce-changed-waiting', { number: held.value.number }), 'changed'),
      changes: [keep('announcement', id, { ...held.value, words }, held)],
    };
  if (held === undefined || !isOut(held.value)) return unknown(call);
  const mended = { ...held.value, words };
  const fits = (await stillFitting(mended, call)) === mended;
  const options = [
    ...(fits ? [option('misprint', text('button-announce-misprint'), 'primary')] : []),
    option('essential', text('button-announce-essential')),
    CANCEL,
  ];
  const shown = text(fits ? 'announce-change' : 'announce-change-long', {
    words,
    asks: held.value.acknowledge === undefined ? 'no' : 'yes',
  });
  return asks('change', asking(shown, { step: 'change', announcement: id, words }, options));
};

/** What has gone out is mended where it lies; what is still on its way when it arrives. */
const misprint = (id: string, words: string, held: Held<'announcement'>, call: Call): Reply => {
  const mended = { ...held.value, words, mended: (held.value.mended ?? 0) + 1 };
  return {
    ...told(call, text('announce-mended'), 'misprint'),
    changes: [
      keep('announcement', id, mended, held),
      delivery(id, mended.version, { what: 'edit', at: call.now, step: String(mended.mended) }),
    ],
  };
};

/** Nobody can read and acknowledge in less. */
const SHORTEST = DAY;

const newVersion = async (id: string, words: string, held: Held<'announcement'>, call: Call): Promise<Reply> => {
  const { closed: _asked, shown: _shown, mended: _mended, acknowledge, ...rest } = held.value;
  const { at } = await moment({ ...held.value, at: call.now }, held.value.channel, call);
  const until = acknowledge === undefined ? undefined : deadlineOf(acknowledge, at, SHORTEST);
  const announcement = await stillFitting(
    {
      ...rest,
      ...(until === undefined ? {} : { acknowledge: until }),
      words,
      version: held.value.version + 1,
      state: 'sending',
      changed: at,
      reminded: 0,
      progress: { ended: 0, at, stalled: false },
    },
    call,
  );
  const clocks = await clocksOf(id, announcement, call);
  const parts = await partsOf(id, announcement, call);
  const still = new Set(meant(announcement.audience, await rollOf(call)).map(({ person }) => person.id));
  const lines = parts.map(({ value }) =>
    Object.fromEntries(
      Object.entries(value.lines).map(([key, line]) => [
        key,
        isChatLine(key) || still.has(key) ? anew(line) : leftOut(line),
      ]),
    ),
  );
  const said = text(at > call.now ? 'announce-new-version-later' : 'announce-new-version', {
    at: whenWords(at, call),
    version: announcement.version,
    until:
      until === undefined || until === acknowledge ? '' : text('announce-new-deadline', momentVars(until, call.zone)),
  });
  const reply = told(call, said, 'version');
  return {
    ...reply,
    actions: reply.actions.map((action) => shownIn(action, id)),
    changes: [
      keep('announcement', id, announcement, held),
      ...parts.map((part, at) => keep('recipients', part.id, { ...part.value, lines: lines[at] ?? {} }, part)),
      ...(await question(id, announcement, call)),
      ...clocks,
      ...silenced(id).filter((off) => !clocks.some((on) => on.put === 'timer' && on.timer.key === off.key)),
      ...sending(id, announcement, lines, { now: at }),
    ],
  };
};

export const hearChange = async (id: string, words: string, chosen: string | undefined, call: Call): Promise<Reply> => {
  const held = await changeable(id, call);
  if (held === undefined || !isOut(held.value)) return unknown(call);
  if (chosen === 'misprint') return misprint(id, words, held, call);
  return chosen === 'essential'
    ? newVersion(id, words, held, call)
    : told(call, text('announce-cancelled'), 'cancelled');
};
