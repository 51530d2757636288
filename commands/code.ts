import { z } from 'zod';
import { type Call, defineCommand, type Parsed, type Reply } from '../src/app/command.js';
import { here, privately } from '../src/app/reply.js';
import type { Action } from '../src/domain/action.js';
import type { Change } from '../src/domain/change.js';
import { looksLikeCode, normaliseCode } from '../src/domain/code.js';
import type { Person } from '../src/domain/person.js';
import { dialogOf, inChat } from '../src/domain/refs.js';
import { type Text, text } from '../src/domain/text.js';

/** Wrong tries an hour, after which codes are not looked at. */
const TRIES = { account: 5, school: 100 };

const Code = z.string().transform((typed, context) => {
  const code = normaliseCode(typed);
  if (code !== null) return code;
  context.addIssue('not a code');
  return z.NEVER;
});

const readCode = (tail: string): Parsed<string | null> => ({ ok: true, value: Code.safeParse(tail).data ?? null });

/** Whether codes are not looked at for a while. */
const paused = async ({ codes, account, now }: Call): Promise<boolean> => {
  const tries = await codes.wrong(account, now);
  return tries.account >= TRIES.account || tries.school >= TRIES.school;
};

const miss = ({ account, now }: Call): Change => ({ put: 'wrong-code', account, at: now });

/** A code that a whole chat has seen is spent. */
const seenByAll = async (code: string | null, call: Call): Promise<Reply> => {
  const looked = code !== null && !(await paused(call));
  const known = looked && (await call.codes.whose(code, call.now)) !== undefined;
  const actions: readonly Action[] = [
    ...(call.chat?.mode === 'act' ? [{ do: 'delete', message: call.message.ref } as const] : []),
    privately(call, text(known ? 'code-shown' : 'code-in-dialog'), text('group-code')),
  ];
  return {
    actions,
    changes: looked ? [known ? { put: 'used-code', code, at: call.now } : miss(call)] : [],
    because: known ? 'shown' : 'elsewhere',
  };
};

/** A person who is linked, and perhaps typed the used code once more, hears so first. */
const wrongWords = ({ person }: Call): Text =>
  person ? text('code-wrong-linked', { role: text('role', { role: person.role }) }) : text('code-wrong');

const wrong = (call: Call): Reply => ({
  actions: [here(call, wrongWords(call))],
  changes: [miss(call)],
  because: 'wrong',
});

/** Whoever had the link before hears of the new account: a stolen card does not stay unnoticed. */
const linked = async (person: Person, code: string, call: Call): Promise<Reply> => {
  const others = (await call.people.accountsOf(person.id)).filter((account) => account !== call.account);
  const welcome = text('code-linked', {
    name: [person.name, person.patronymic].filter(Boolean).join(' '),
    role: text('role', { role: person.role }),
  });
  return {
    actions: [
      here(call, welcome),
      ...others.map((account): Action => ({ do: 'send', to: dialogOf(account), text: text('code-linked-elsewhere') })),
    ],
    changes: [
      { put: 'link', account: call.account, person: person.id, at: call.now },
      { put: 'used-code', code, at: call.now },
    ],
    because: 'linked',
  };
};

export default defineCommand({
  name: 'код',
  english: 'code',
  where: 'both',
  needs: 'link-account',
  help: 'help-code',
  anywhere: true,
  recognises: looksLikeCode,
  args: readCode,

  run: async (code, call) => {
    if (inChat(call.place)) return seenByAll(code, call);
    if (code === null) return { actions: [here(call, text('code-form'))], changes: [], because: 'usage' };

    if (await paused(call)) return { actions: [here(call, text('code-pause'))], changes: [], because: 'pause' };

    const id = await call.codes.whose(code, call.now);
    const person = id === undefined ? undefined : await call.people.find(id);
    return person ? linked(person, code, call) : wrong(call);
  },

  examples: [
    { say: '/код A1B2-C3D4', by: 'stranger', answers: 'code-linked', puts: ['link', 'used-code'] },
    { say: '/code a1b2 c3d4', by: 'stranger', answers: 'code-linked', puts: ['link', 'used-code'] },
    { say: '/Код «А1В2–С3D4»', by: 'stranger', answers: 'code-linked', puts: ['link', 'used-code'] },
    { say: 'A1B2-C3D4', by: 'stranger', answers: 'code-linked', puts: ['link', 'used-code'] },
    { say: '/код A1B2-C3D4', by: 'parent', answers: 'code-linked', puts: ['link', 'used-code'] },
    { say: '/код ZZZZ-ZZZZ', by: 'stranger', answers: 'code-wrong', puts: ['wrong-code'], refused: true },
    { say: '/код ZZZZ-ZZZZ', by: 'parent', answers: 'code-wrong-linked', puts: ['wrong-code'], refused: true },
    { say: '/код', by: 'stranger', answers: 'code-form', refused: true },
    { say: '/код 1234', by: 'stranger', answers: 'code-form', refused: true },
    {
      say: '/код A1B2-C3D4',
      by: 'parent',
      in: 'parents chat',
      answers: 'code-shown',
      puts: ['used-code'],
      does: ['delete', 'send'],
      refused: true,
    },
    {
      say: '/код A1B2-C3D4',
      by: 'stranger',
      in: 'new chat',
      answers: 'code-shown',
      puts: ['used-code'],
      refused: true,
    },
    {
      say: '/код',
      by: 'parent',
      in: 'parents chat',
      answers: 'code-in-dialog',
      does: ['delete', 'send'],
      refused: true,
    },
  ],
});
