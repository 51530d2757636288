import { readForm } from '../announcements/form.js';
import { readMoment } from '../announcements/when.js';
import type { Draft } from '../domain/announcement.js';
import type { Answer } from '../domain/question.js';
import { text } from '../domain/text.js';
import { complete, defectWords, pass, preview } from './announcements-ask.js';
import { change, hearChange, withdraw } from './announcements-change.js';
import { askReason, confirm, urgently } from './announcements-confirm.js';
import { namedIn } from './announcements-facts.js';
import { brought, withBrought } from './announcements-file.js';
import { managed } from './announcements-manage.js';
import { hearPreset, menuChoice } from './announcements-menu.js';
import { pressedUnder } from './announcements-read.js';
import { hearRemark } from './announcements-request.js';
import { type AnnouncementTalk, asking, asks, CANCEL, option, type Part, told } from './announcements-talk.js';
import type { Call, Reply } from './command.js';

const cancelled = (call: Call): Reply => told(call, text('announce-cancelled'), 'cancelled');

/** Something was said that is no answer: what is wrong with it, and the question stays. */
const again = (call: Call, words: ReturnType<typeof text>): Reply => ({ ...told(call, words, 'again'), stays: true });

const hearAudience = async (part: Part, { option: chosen, words = '' }: Answer, call: Call): Promise<Reply> => {
  if (chosen === 'cancel') return cancelled(call);
  const [scope, name = ''] = (chosen ?? '').split(' ');
  if (scope === 'parents')
    return complete({ ...part, audience: { whom: ['parents'], classes: [name], by: 'chats' } }, call);
  if (scope === 'all') {
    const whom = name === 'school' || name === 'employees' ? name : 'parents';
    return complete({ ...part, audience: { whom: [whom], classes: [], by: 'chats' } }, call);
  }
  const read = readForm(`${words}:`, await namedIn(call), call);
  if ('defect' in read) return again(call, defectWords(read.defect));
  const { words: _empty, urgent, ...rest } = read.form;
  if (rest.audience === undefined && rest.classes === undefined)
    return again(call, text('announce-defect', { what: 'whom', names: '' }));
  return complete({ ...part, ...(rest as Partial<Part>), ...(urgent ? { hurry: true } : {}) }, call);
};

const hearWhom = (part: Part, { option: chosen, words }: Answer, call: Call): Promise<Reply> | Reply => {
  const { classes, ...rest } = part;
  if (chosen === 'cancel' || words !== undefined || classes === undefined) return cancelled(call);
  const whom =
    chosen === 'both'
      ? (['parents', 'students'] as const)
      : chosen === 'students'
        ? (['students'] as const)
        : (['parents'] as const);
  return complete({ ...rest, audience: { whom: [...whom], classes: classes.names, by: classes.by } }, call);
};

const hearWords = async (part: Part, { option: chosen, words = '' }: Answer, call: Call): Promise<Reply> => {
  if (chosen !== undefined) return cancelled(call);
  const file = await brought(call);
  if (file?.defect) return again(call, file.defect);
  if (part.document !== undefined && file === undefined) return again(call, text('document-no-file'));
  if (words === '' && file === undefined) return again(call, text('announce-defect', { what: 'words', names: '' }));
  if (words.length > 3_500)
    return again(call, text('announce-defect', { what: 'long', names: String(words.length - 3_500) }));
  const reply = await complete(
    { ...part, words: words || part.words, ...(file?.file ? { file: file.file } : {}) },
    call,
  );
  return withBrought(reply, file, call);
};

const hearPreview = (draft: Draft, { option: chosen }: Answer, call: Call): Promise<Reply> | Reply => {
  switch (chosen) {
    case 'publish':
      return confirm(draft, call);
    case 'urgent':
      return askReason(draft, call);
    case 'deadline': {
      const usual = [
        option('tomorrow', text('button-announce-tomorrow')),
        option('week', text('button-announce-week')),
      ];
      return asks(
        'deadline',
        asking(text('announce-until-when'), { step: 'deadline', draft }, [...usual, CANCEL], { free: true }),
      );
    }
    case 'time':
      return asks('time', asking(text('announce-at-what-time'), { step: 'time', draft }, [CANCEL], { free: true }));
    case 'edit': {
      const { words: _old, ...rest } = draft;
      return asks(
        'words',
        asking(text('announce-new-words'), { step: 'words', part: { ...rest, words: '' } }, [CANCEL], { free: true }),
      );
    }
    default:
      return cancelled(call);
  }
};

const WORDS: Readonly<Record<string, string>> = { tomorrow: 'завтра 18:00', week: 'через неделю' };
const WEEK = 7 * 86_400_000;

const hearMoment = (
  draft: Draft,
  field: 'acknowledge' | 'at',
  { option: chosen, words }: Answer,
  call: Call,
): Promise<Reply> | Reply => {
  if (chosen === 'cancel') return preview(draft, call);
  const typed = (words ?? WORDS[chosen ?? ''] ?? '').replace(/^(?:до|by|until)\s+/iu, '');
  const usual = field === 'acknowledge' ? '18:00' : '08:00';
  const clock = chosen === 'week' ? { ...call, now: call.now + WEEK } : call;
  const read = readMoment(chosen === 'week' ? 'сегодня 18:00' : typed, usual, clock);
  if (read === undefined || read.at <= call.now)
    return again(call, text('announce-defect', { what: read ? 'past' : 'moment', names: '' }));
  const next: Draft = { ...draft, [field]: read.at };
  if (next.at !== undefined && next.acknowledge !== undefined && next.acknowledge <= next.at)
    return again(call, text('announce-defect', { what: 'late-deadline', names: '' }));
  return preview(next, call);
};

const hearReturned = async (id: string, { option: chosen }: Answer, call: Call): Promise<Reply> => {
  const held = await call.records.get('announcement', id);
  if (chosen !== 'fix' || held === undefined) return cancelled(call);
  const { audience, acknowledge, valid, file, document } = held.value;
  const part: Part = {
    audience,
    words: '',
    ...(acknowledge !== undefined && acknowledge > call.now ? { acknowledge } : {}),
    ...(valid === undefined ? {} : { valid }),
    ...(file ? { file } : {}),
    ...(document ? { document } : {}),
  };
  return asks('words', asking(text('announce-new-words'), { step: 'words', part }, [CANCEL], { free: true }));
};

/** What follows from an answer to anything that was asked about announcements. */
export const hearAnnouncement = (answer: Answer, talk: AnnouncementTalk, call: Call): Promise<Reply> | Reply => {
  switch (talk.step) {
    case 'menu':
      return menuChoice(answer, call);
    case 'preset':
      return hearPreset(answer, call);
    case 'audience':
      return hearAudience(talk.part, answer, call);
    case 'whom':
      return hearWhom(talk.part, answer, call);
    case 'words':
      return hearWords(talk.part, answer, call);
    case 'preview':
      return hearPreview(talk.draft, answer, call);
    case 'deadline':
      return hearMoment(talk.draft, 'acknowledge', answer, call);
    case 'time':
      return hearMoment(talk.draft, 'at', answer, call);
    case 'reason':
      if (answer.option === 'cancel') return cancelled(call);
      return urgently(talk.draft, answer.words ?? answer.option ?? '', call);
    case 'urgent':
      return answer.option === 'yes' ? confirm(talk.draft, call) : cancelled(call);
    case 'pass':
      if (answer.option === 'pass') return pass(talk.draft, call);
      return answer.option === 'edit' ? hearPreview(talk.draft, answer, call) : cancelled(call);
    case 'remark':
      return hearRemark(talk.announcement, answer.words, call);
    case 'returned':
      return hearReturned(talk.announcement, answer, call);
    case 'manage':
      return managed(talk.announcement, answer.option, call);
    case 'withdraw':
      return answer.option === 'yes' ? withdraw(talk.announcement, call) : cancelled(call);
    case 'edit':
      return answer.words === undefined ? cancelled(call) : change(talk.announcement, answer.words, call);
    case 'change':
      return hearChange(talk.announcement, talk.words, answer.option, call);
    case 'read':
      return pressedUnder(answer.option, talk.announcement, talk.version, call);
  }
};
