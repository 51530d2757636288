import { type Form, type FormDefect, readForm } from '../announcements/form.js';
import { isPersonal } from '../announcements/personal.js';
import type { Draft } from '../domain/announcement.js';
import { type Text, text } from '../domain/text.js';
import { askReason, refused } from './announcements-confirm.js';
import { namedIn, pausedUntil, type Reached, reachOf } from './announcements-facts.js';
import { whenWords } from './announcements-publish.js';
import { passOn } from './announcements-request.js';
import { leaveTo, withChannel } from './announcements-rights.js';
import { asking, asks, CANCEL, option, type Part, told } from './announcements-talk.js';
import { audienceWords, inRow, postOf, receivers, roomName } from './announcements-words.js';
import type { Call, Reply } from './command.js';
import { momentVars } from './people-when.js';
import { isQuiet, notBefore } from './quiet.js';
import { daysOf, isWorkingDay } from './working-days.js';

/** What could not be understood of a line. */
export const defectWords = ({ what, names = '' }: FormDefect): Text => text('announce-defect', { what, names });

const partOf = ({ urgent, ...form }: Form): Part => ({ ...(form as Part), ...(urgent ? { hurry: true } : {}) });

/** What is still missing is asked for, one thing at a time; then the preview. */
export const complete = async (part: Part, call: Call): Promise<Reply> => {
  if (part.classes && part.audience === undefined) {
    const options = (['parents', 'students'] as const).map((whom) =>
      option(whom, text('button-announce-whom', { whom }), 'primary'),
    );
    const both = option('both', text('button-announce-whom', { whom: 'both' }));
    return asks(
      'whom',
      asking(text('announce-which-whom', { classes: part.classes.names.join(', ') }), { step: 'whom', part }, [
        ...options,
        both,
        CANCEL,
      ]),
    );
  }
  if (part.audience === undefined)
    return asks(
      'audience',
      asking(text('announce-for-whom'), { step: 'audience', part }, await usualAudiences(call), { free: true }),
    );
  if (part.document !== undefined && part.file === undefined) {
    const words = text('document-which-file', { name: part.document });
    return asks('file', asking(words, { step: 'words', part }, [CANCEL], { free: true }));
  }
  if (part.words === '' && part.file === undefined) {
    const words = text('announce-which-words', { audience: audienceWords(part.audience) });
    return asks('words', asking(words, { step: 'words', part }, [CANCEL], { free: true }));
  }
  const { classes: _classes, hurry, audience, words, ...rest } = part;
  const full: Draft = { ...rest, audience, words: words || (rest.file?.name ?? '') };
  return hurry && !full.urgent ? askReason(full, call) : preview(full, call);
};

/** Audiences of one tap: of a class teacher the own class, of the administration the school. */
const usualAudiences = async ({ person }: Call) => {
  const own = person?.role === 'class-teacher' ? person.classes.slice(0, 2) : [];
  const classes = own.map((name) =>
    option(`parents ${name}`, text('button-announce-parents-of', { class: name }), 'primary'),
  );
  const wide = person?.role === 'director' || person?.role === 'deputy' || person?.role === 'administrator';
  const all = wide
    ? (['parents', 'school', 'employees'] as const).map((whom) =>
        option(`all ${whom}`, text('button-announce-all', { whom }), 'primary'),
      )
    : [];
  return [...classes, ...all, CANCEL];
};

/** «родители 5А: …» → what is missing, or a preview. */
export const askAnnouncement = async (tail: string, call: Call, more: Partial<Part> = {}): Promise<Reply> => {
  const read = readForm(tail, await namedIn(call), call);
  if ('defect' in read) return told(call, text('announce-form', { defect: defectWords(read.defect) }), 'usage');
  return complete({ ...partOf(read.form), ...more, words: read.form.words }, call);
};

/** Who is not reached, and why; where there is no chat. */
const notes = ({ audience, acknowledge, file }: Draft, { people, missing, watched }: Reached): readonly Text[] => {
  const count = (test: (one: Reached['people'][number]) => boolean) => people.filter(test).length;
  const personal = audience.by !== 'chats';
  const counts = [
    ['other-way', count(({ person }) => person.standing?.otherWay !== undefined)],
    [
      'not-linked',
      personal || acknowledge !== undefined
        ? count(({ person, contact }) => !contact.linked && !person.standing?.otherWay)
        : 0,
    ],
    ['closed', personal ? count(({ contact }) => contact.linked && contact.dialog === undefined) : 0],
  ] as const;
  return [
    ...counts.flatMap(([why, number]) => (number > 0 ? [text('announce-note', { why, count: number })] : [])),
    ...(missing.length > 0
      ? [
          text('announce-note-no-chat', {
            classes:
              missing
                .map((one) => one.class ?? '')
                .filter(Boolean)
                .join(', ') || 'none',
          }),
        ]
      : []),
    ...(file ? [text('announce-note-file', { name: file.name })] : []),
    ...watched.slice(0, 3).map((chat) => text('announce-note-watched', { room: roomName(chat) })),
  ];
};

const timeNotes = async (draft: Draft, _reached: Reached, call: Call): Promise<readonly Text[]> => {
  const pause = draft.urgent ? undefined : await pausedUntil(draft.audience, true, call);
  const settings = await call.settings();
  const shifted = draft.at !== undefined && !draft.urgent && isQuiet(draft.at, settings, call.zone);
  const begin =
    draft.at === undefined
      ? undefined
      : notBefore(draft.at, draft.urgent ? { quietHours: { from: '00:00', to: '00:00' } } : settings, call.zone);
  const days = await daysOf(call);
  return [
    ...(draft.acknowledge !== undefined && !isWorkingDay(draft.acknowledge, days)
      ? [text('announce-day-off', momentVars(draft.acknowledge, call.zone))]
      : []),
    ...(draft.every
      ? [
          text('announce-every', {
            days: inRow(draft.every.days.map((day) => text('announce-day', { day }))),
            time: draft.every.time,
          }),
        ]
      : []),
    ...(begin === undefined
      ? []
      : [text(shifted ? 'announce-at-shifted' : 'announce-at', momentVars(begin, call.zone))]),
    ...(pause === undefined ? [] : [text('announce-paused', { until: whenWords(pause, call) })]),
  ];
};

const previewOptions = (draft: Draft) => [
  option('publish', text('button-announce-publish'), 'positive'),
  ...(draft.acknowledge === undefined ? [option('deadline', text('button-announce-deadline'))] : []),
  ...(draft.at === undefined && !draft.urgent ? [option('time', text('button-announce-time'))] : []),
  option('edit', text('button-announce-edit')),
  CANCEL,
];

/** Words that are everybody's own go to dialogs: in a chat they would be the words of one for all. */
const inDialogs = (draft: Draft): Draft =>
  isPersonal(draft.words) ? { ...draft, audience: { ...draft.audience, by: 'dialogs' } } : draft;

/** What would be published, for whom exactly, who is not reached and why; nothing is published yet. */
export const preview = async (given: Draft, call: Call): Promise<Reply> => {
  const draft = inDialogs(given);
  const leave = await leaveTo(draft.audience, call);
  if (leave.leave !== 'yes') return refused(leave, draft, call);
  const reached = await reachOf(draft.audience, await withChannel(draft.audience, call), call);
  const { chats, people } = reached;
  const lines = [...notes(draft, reached), ...(await timeNotes(draft, reached, call))];
  const personal = draft.audience.by !== 'chats' && people.some(({ contact }) => contact.dialog);
  if (chats.length === 0 && !personal)
    return told(call, text('announce-no-way', { audience: audienceWords(draft.audience), notes: lines }), 'no-way');
  const settings = await call.settings();
  const quiet = draft.at === undefined && !draft.urgent && isQuiet(call.now, settings, call.zone);
  const vars = {
    post: await postOf({ ...draft, author: call.person?.id ?? '' }, call, 'attached'),
    receivers: receivers(draft, reached),
    notes: lines.length > 0 ? text('announce-notes', { lines }) : '',
  };
  if (!quiet)
    return asks('preview', asking(text('announce-preview', vars), { step: 'preview', draft }, previewOptions(draft)));
  const words = text('announce-preview-quiet', { ...vars, time: settings.quietHours.to });
  const options = [
    option('publish', text('button-announce-morning', { time: settings.quietHours.to }), 'positive'),
    option('urgent', text('button-announce-urgent'), 'negative'),
    CANCEL,
  ];
  return asks('quiet', asking(words, { step: 'preview', draft }, options));
};

export const pass = async (draft: Draft, call: Call): Promise<Reply> => {
  const leave = await leaveTo(draft.audience, call);
  if (leave.leave === 'yes') return preview(draft, call);
  return leave.leave === 'pass' ? passOn(draft, leave.route, call) : refused(leave, draft, call);
};
