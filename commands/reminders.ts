import { z } from 'zod';
import { type Call, defineCommand, type Parsed, type Reply } from '../src/app/command.js';
import { here } from '../src/app/reply.js';
import { conductId } from '../src/domain/case.js';
import { keep } from '../src/domain/records.js';
import { REMINDERS, type ReminderKind } from '../src/domain/reminder.js';
import { text } from '../src/domain/text.js';

type Wish = 'on' | 'off' | undefined;

const read = (tail: string): Parsed<Wish> => {
  const words = tail.trim().toLowerCase();
  if (words === '') return { ok: true, value: undefined };
  if (/^(?:вкл(?:ючи(?:ть)?)?|on|да)\.?$/u.test(words)) return { ok: true, value: 'on' };
  if (/^(?:выкл(?:ючи(?:ть)?)?|off|нет)\.?$/u.test(words)) return { ok: true, value: 'off' };
  return { ok: false, text: text('reminders-form') };
};

const told = (call: Call, never: readonly ReminderKind[]) =>
  here(call, text('reminders-state', { state: never.length === 0 ? 'on' : 'off' }));

const change = async (
  never: (before: readonly ReminderKind[]) => readonly ReminderKind[],
  call: Call,
): Promise<Reply> => {
  const id = conductId({ account: call.account, ...(call.person && { person: call.person.id }) });
  const held = await call.records.get('reminder', id);
  const before = held?.value.never ?? [];
  const next = never(before);
  const same = next.length === before.length;
  return {
    actions: [told(call, next)],
    changes: same ? [] : [keep('reminder', id, { until: held?.value.until ?? {}, never: [...next] }, held)],
    because: same ? 'told' : 'changed',
  };
};

/** Soft words of the bot to somebody about his own messages: wanted or not. */
export default defineCommand<Wish, { step: 'never'; kind: ReminderKind }>({
  name: 'напоминания',
  english: 'reminders',
  where: 'dialog',
  needs: 'anyone',
  help: 'help-reminders',
  phrases: ['больше не напоминать'],
  args: read,
  run: (wish, call) => change((before) => (wish === undefined ? before : wish === 'on' ? [] : REMINDERS), call),
  conversation: {
    data: z.object({ step: z.literal('never'), kind: z.enum(REMINDERS) }),
    hear: (_, { kind }, call) => change((before) => [...new Set([...before, kind])], call),
  },

  examples: [
    { say: '/напоминания', by: 'parent', answers: 'reminders-state' },
    { say: '/напоминания выкл', by: 'parent', answers: 'reminders-state', puts: ['record'] },
    { say: '/reminders on', by: 'student', answers: 'reminders-state' },
    { say: '/напоминания иногда', by: 'parent', answers: 'usage', refused: true },
    { say: '/напоминания', by: 'parent', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
