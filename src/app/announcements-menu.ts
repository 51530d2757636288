import type { Audience } from '../domain/announcement.js';
import type { Answer } from '../domain/question.js';
import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { complete, preview } from './announcements-ask.js';
import { list } from './announcements-card.js';
import { urgently } from './announcements-confirm.js';
import { urgentLeave } from './announcements-rights.js';
import { asking, asks, CANCEL, option, told } from './announcements-talk.js';
import type { Call, Reply } from './command.js';
import { dateOf } from './people-when.js';
import { isQuiet } from './quiet.js';

export const PRESETS = ['frost', 'quarantine', 'closed', 'early'] as const;

/** What somebody can begin with one tap. */
export const menu = (): Reply =>
  asks(
    'menu',
    asking(text('announce-menu'), { step: 'menu' }, [
      option('new', text('button-announce-new'), 'primary'),
      option('preset', text('button-announce-preset'), 'negative'),
      option('list', text('button-announce-list')),
    ]),
  );

/** Ready texts for what cannot wait. */
export const presets = (): Reply =>
  asks(
    'presets',
    asking(text('announce-presets'), { step: 'preset' }, [
      ...PRESETS.map((preset) => option(preset, text('button-announce-preset-of', { preset }))),
      CANCEL,
    ]),
  );

export const menuChoice = (answer: Answer, call: Call): Promise<Reply> | Reply => {
  switch (answer.option) {
    case 'new':
      return complete({ words: '' }, call);
    case 'preset':
      return presets();
    case 'list':
      return list(call);
    default:
      return told(call, text('announce-cancelled'), 'cancelled');
  }
};

/** Of a class teacher the own class, else the school. */
const usual = ({ person }: Call): Audience => ({
  whom: ['parents'],
  classes: person?.role === 'class-teacher' ? person.classes.slice(0, 3) : [],
  by: 'chats',
});

/** A preset is a draft: it can be changed before it goes out. */
export const hearPreset = async ({ option: chosen }: Answer, call: Call): Promise<Reply> => {
  const preset = PRESETS.find((one) => one === chosen);
  if (preset === undefined) return told(call, text('announce-cancelled'), 'cancelled');
  const audience = usual(call);
  const leave = await urgentLeave(audience, call);
  if ('words' in leave) return told(call, leave.words, 'refused');
  const day = preset === 'early' ? call.now : call.now + DAY;
  const words = call.say(text('announce-preset', { preset, date: dateOf(day, call.zone) }));
  const urgent = { reason: preset };
  const draft = { audience, words, urgent };
  if (leave.twice && isQuiet(call.now, await call.settings(), call.zone)) return urgently(draft, preset, call);
  return preview(draft, call);
};

const ON = /^(?:вкл|да|on|включи)/iu;
const OFF = /^(?:выкл|нет|off|отключи|не\s)/iu;

/** «Главное за день»: once an evening in the dialog, for whoever asks for it. */
export const digest = async (words: string, call: Call): Promise<Reply> => {
  const { person } = call;
  if (person === undefined) return told(call, text('announce-read-who'), 'nobody');
  const held = await call.records.get('digest', person.id);
  const plain = words.trim();
  if (OFF.test(plain)) {
    const off = told(call, text('announce-digest-off'), 'digest-off');
    return held ? { ...off, changes: [keep('digest', person.id, null, held)] } : off;
  }
  if (plain !== '' && !ON.test(plain)) return told(call, text('announce-digest-how'), 'usage');
  const on = told(call, text('announce-digest-on'), 'digest-on');
  return held ? on : { ...on, changes: [keep('digest', person.id, { since: call.now }, undefined)] };
};
