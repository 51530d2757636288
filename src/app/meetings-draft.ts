import type { Meeting } from '../domain/meeting.js';
import { type Person, STAFF } from '../domain/person.js';
import type { Option } from '../domain/question.js';
import { type Text, text } from '../domain/text.js';
import { readCallLink } from '../meetings/call-link.js';
import { doubtsOf, type PlanDoubt } from '../meetings/doubts.js';
import { instantOf } from '../meetings/local-day.js';
import { readMeetingLine } from '../meetings/one-line.js';
import { type Reading, readWhen } from '../meetings/when/read-when.js';
import { classesOf } from '../regulation/permissions-hats.js';
import type { Call, Reply } from './command.js';
import { KINDS, rightOf } from './meetings-people.js';
import { list } from './meetings-run.js';
import { asking, asks, type Draft, NO, told } from './meetings-talk.js';
import { refused } from './meetings-wish.js';
import { agendaLine, momentLabel, momentWords, nameVars, whenVars } from './meetings-words.js';
import { daysOf, isWorkingDay } from './working-days.js';

const choiceOf = (at: number, place: number, zone: string): Option => ({
  id: String(place),
  label: momentLabel(at, zone),
  look: 'secondary',
});

/** What is asked when words leave it open. */
const askWhen = (draft: Draft, reading: Exclude<Reading, { is: 'certain' }>, { zone }: Call): Reply => {
  const choices = reading.is === 'question' ? reading.choices : [];
  const [only] = choices;
  const words =
    reading.is === 'refusal'
      ? text('meeting-when-defect', { why: reading.why })
      : text('meeting-when-doubt', {
          about: reading.about,
          count: choices.length,
          moment: only === undefined ? '' : momentWords(only, zone),
        });
  const options = choices.map((at, place) => choiceOf(at, place, zone));
  return asks(
    'when',
    asking(words, { step: 'draft', draft, wants: 'when', choices: [...choices] }, options, { free: true }),
  );
};

/** Words about the time, alone or as what was wanting in earlier ones. */
export const withWhen = (draft: Draft, words: string, call: Call): Draft | Reply => {
  const alone = readWhen(words, call);
  const joined = draft.when === '' ? alone : readWhen(`${draft.when} ${words}`, call);
  const reading = alone.is === 'certain' || joined.is === 'refusal' ? alone : joined;
  if (reading.is !== 'certain') {
    const open = reading.is === 'question' && (reading.about === 'no-time' || reading.about === 'no-day');
    return askWhen({ ...draft, when: open ? `${draft.when} ${words}`.trim().slice(0, 300) : '' }, reading, call);
  }
  const { at, minutes, repeats } = reading;
  return { ...draft, at, when: '', ...(minutes && { lasts: minutes }), ...(repeats && { repeats }) };
};

export const isDraft = (found: Draft | Reply): found is Draft => 'kind' in found;

const SAID: readonly PlanDoubt[] = ['holiday', 'break', 'day-off', 'quiet', 'clash'];

/** Other meetings of the same people. */
const othersOf = async (of: Pick<Meeting, 'kind' | 'class'>, except: string | undefined, { records }: Call) =>
  (await records.all('meeting'))
    .filter(({ id }) => id !== except)
    .map(({ value }) => value)
    .filter(
      ({ state, class: named, kind }) =>
        state === 'planned' && named === of.class && (of.class !== undefined || kind === of.kind),
    );

/** What speaks against a moment, a line each. */
export const doubtLines = async (
  of: Pick<Meeting, 'kind' | 'class' | 'lasts'>,
  at: number,
  call: Call,
  except?: string,
): Promise<readonly Text[]> => {
  const days = await daysOf(call);
  const { quietHours } = days.settings;
  const others = await othersOf(of, except, call);
  const found = doubtsOf(at, of.lasts, {
    zone: call.zone,
    quietHours,
    works: (day) => isWorkingDay(instantOf(day, '12:00', call.zone), days),
    holidays: call.calendar.daysOff,
    others,
  });
  return SAID.filter((doubt) => found.includes(doubt)).map((doubt) => text('meeting-doubt', { doubt, ...quietHours }));
};

const PREVIEW: readonly Option[] = [
  { id: 'publish', label: text('button-meeting-publish'), look: 'positive' },
  { id: 'change', label: text('button-meeting-change'), look: 'secondary' },
  NO,
];
const LINKS: readonly Option[] = [
  { id: 'make', label: text('button-meeting-make-link'), look: 'primary' },
  { id: 'paste', label: text('button-meeting-paste-link'), look: 'secondary' },
];

const preview = async (draft: Draft, at: number, call: Call): Promise<Reply> => {
  const doubts = await doubtLines(draft, at, call);
  const words = text('meeting-preview', {
    ...nameVars(draft),
    ...whenVars(at, call.zone),
    items: draft.agenda?.length ?? 0,
    agenda: agendaLine(draft.agenda ?? [], 2_000),
    repeats: draft.repeats ?? 'once',
    linked: draft.link === undefined ? 'no' : 'yes',
    link: draft.link ?? '',
    doubts: doubts.length === 0 ? '' : text('meeting-doubts', { doubts }),
  });
  const options = [...(draft.link === undefined ? LINKS : []), ...PREVIEW];
  return asks('preview', asking(words, { step: 'draft', draft, wants: 'confirm' }, options, { free: true }));
};

/** Asks for whatever a meeting still lacks; when nothing is wanting, whether it is right so. */
export const next = async (draft: Draft, call: Call): Promise<Reply> => {
  const { ofClass, agenda } = KINDS[draft.kind];
  if (ofClass && draft.class === undefined) return askClass(draft, call);
  const { permission, scope } = rightOf(draft);
  const permitted = await call.may(permission, scope);
  if (permitted.granted !== 'yes' && permitted.granted !== 'confirm') return refused(draft, permitted, call);
  if (draft.at === undefined || draft.at <= call.now) {
    const why = draft.at === undefined ? 'nothing' : 'past';
    return askWhen(draft, { is: 'refusal', why }, call);
  }
  if (draft.agenda === null && agenda) {
    const none = { id: 'none', label: text('button-meeting-no-agenda'), look: 'secondary' } as const;
    return asks(
      'agenda',
      asking(text('meeting-ask-agenda'), { step: 'draft', draft, wants: 'agenda' }, [none], { free: true }),
    );
  }
  return preview(draft, draft.at, call);
};

const MOST_CLASSES = 8;

const askClass = async (draft: Draft, call: Call): Promise<Reply> => {
  const own = call.person ? classesOf(call.person, call.now) : [];
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0) return next({ ...draft, class: only }, call);
  const choices = own.slice(0, MOST_CLASSES);
  const options = choices.map(
    (name, at): Option => ({ id: String(at), label: text('button-meeting-class', { class: name }) }),
  );
  return asks(
    'class',
    asking(text('meeting-ask-class'), { step: 'draft', draft, wants: 'class', choices: [...choices] }, options, {
      free: true,
    }),
  );
};

/** One's own subject, where a lesson or a consultation is called by somebody who teaches one. */
const subjectOf = ({ subject, role }: Person): string | undefined =>
  STAFF.includes(role) && subject !== '' ? subject : undefined;

/** A meeting begun in one line, however much of it that says. */
export const startDraft = async (line: string, call: Call): Promise<Reply> => {
  const { kind, class: ofClass, when, agenda, link } = readMeetingLine(line);
  // «Собрание завтра будет?» is what parents ask.
  if (kind === 'class-parents' && ofClass === undefined && call.person && !STAFF.includes(call.person.role))
    return list(call);
  const lesson = kind === 'lesson' || kind === 'consultation';
  const subject = lesson && call.person ? subjectOf(call.person) : undefined;
  const pasted = link === undefined ? undefined : readCallLink(link, (await call.settings()).hosts);
  const draft: Draft = {
    ...{ kind, lasts: KINDS[kind].lasts, agenda: agenda.length > 0 ? [...agenda] : null, when: '' },
    ...(ofClass === undefined ? {} : { class: ofClass }),
    ...(subject === undefined ? {} : { subject }),
    ...(pasted?.ok ? { link: pasted.link } : {}),
  };
  // Whoever may not call it is told so before anything is asked.
  const { permission, scope } = rightOf(draft);
  const permitted = await call.may(permission, KINDS[kind].ofClass && ofClass === undefined ? 'anywhere' : scope);
  if (permitted.granted !== 'yes' && permitted.granted !== 'confirm') return refused(draft, permitted, call, line);
  if (pasted && !pasted.ok) return told(call, text('meeting-link-defect', { why: pasted.why }), 'link');
  const timed = when === '' ? draft : withWhen(draft, when, call);
  return isDraft(timed) ? next(timed, call) : timed;
};
