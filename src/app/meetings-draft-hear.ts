import { normaliseClass } from '../domain/class-name.js';
import type { Answer } from '../domain/question.js';
import { text } from '../domain/text.js';
import { linkIn, readCallLink } from '../meetings/call-link.js';
import { agendaOf } from '../meetings/one-line.js';
import { readWhen } from '../meetings/when/read-when.js';
import type { Call, Reply } from './command.js';
import { readyLink } from './meetings-call.js';
import { isDraft, next, withWhen } from './meetings-draft.js';
import { publish } from './meetings-publish.js';
import { type MeetingTalk, told } from './meetings-talk.js';
import { whenVars } from './meetings-words.js';

type DraftTalk = Extract<MeetingTalk, { step: 'draft' }>;

const hearClass = (talk: DraftTalk, answer: Answer, call: Call): Promise<Reply> | Reply => {
  const chosen = answer.option === undefined ? normaliseClass(answer.words) : talk.choices?.[Number(answer.option)];
  if (typeof chosen !== 'string') return { ...told(call, text('meeting-class-defect'), 'class'), stays: true };
  return next({ ...talk.draft, class: chosen }, call);
};

const hearWhen = (talk: DraftTalk, answer: Answer, call: Call): Promise<Reply> | Reply => {
  const at = answer.option === undefined ? undefined : talk.choices?.[Number(answer.option)];
  if (typeof at === 'number') return next({ ...talk.draft, at, when: '' }, call);
  const timed = withWhen(talk.draft, answer.words ?? '', call);
  return isDraft(timed) ? next(timed, call) : timed;
};

const AGENDA = /^повестк\p{L}*(?:\s(?:дня|собрания))?\s*[:–—-]?\s*/iu;

/** Whatever is typed under the preview: a link, an agenda, another time. */
const hearChange = async (talk: DraftTalk, words: string, call: Call): Promise<Reply> => {
  const { draft } = talk;
  if (linkIn(words) !== undefined) {
    const read = readCallLink(words, (await call.settings()).hosts);
    if (!read.ok) return { ...told(call, text('meeting-link-defect', { why: read.why }), 'link'), stays: true };
    const { call: _begun, ...rest } = draft;
    return next({ ...rest, link: read.link }, call);
  }
  if (AGENDA.test(words)) return next({ ...draft, agenda: [...agendaOf(words.replace(AGENDA, ''))] }, call);
  const reading = readWhen(words, call);
  if (reading.is === 'refusal') return { ...told(call, text('meeting-ask-change'), 'change'), stays: true };
  // Another time of the same day needs no day.
  const sameDay = reading.is === 'question' && reading.about === 'no-day' && draft.at !== undefined;
  const said = sameDay ? `${whenVars(draft.at ?? call.now, call.zone).date} ${words}` : words;
  const timed = withWhen(draft, said, call);
  return isDraft(timed) ? next(timed, call) : timed;
};

/** A link that is there already, or how to make one. */
const makeLink = async (talk: DraftTalk, call: Call): Promise<Reply> => {
  const ready = await readyLink(talk.draft, call);
  if (ready === undefined) return { ...told(call, text('meeting-link-how'), 'link-how'), stays: true };
  return next({ ...talk.draft, ...ready }, call);
};

const hearPreview = (talk: DraftTalk, answer: Answer, call: Call): Promise<Reply> | Reply => {
  switch (answer.option) {
    case 'publish':
      return publish(talk.draft, call);
    case 'no':
      return told(call, text('meeting-left'), 'left');
    case 'make':
      return makeLink(talk, call);
    case 'paste':
      return { ...told(call, text('meeting-paste-link'), 'paste'), stays: true };
    case 'change':
      return { ...told(call, text('meeting-ask-change'), 'change'), stays: true };
    default:
      return hearChange(talk, answer.words ?? '', call);
  }
};

/** What follows from an answer about a meeting that is being made. */
export const hearDraft = (answer: Answer, talk: DraftTalk, call: Call): Promise<Reply> | Reply => {
  switch (talk.wants) {
    case 'class':
      return hearClass(talk, answer, call);
    case 'when':
      return hearWhen(talk, answer, call);
    case 'agenda':
      return next(
        { ...talk.draft, agenda: answer.words === undefined ? [] : [...agendaOf(answer.words.replace(AGENDA, ''))] },
        call,
      );
    case 'link':
    case 'confirm':
      return hearPreview(talk, answer, call);
  }
};
