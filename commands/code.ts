import { lapsedWords, misclaimed } from '../src/app/claiming.js';
import { type Call, defineCommand, type Reply } from '../src/app/command.js';
import { alarm, linked, miss, ownerOf, pausedFor, readCode, welcome } from '../src/app/linking.js';
import { readCommand } from '../src/app/read-command.js';
import { here, privately } from '../src/app/reply.js';
import type { Change } from '../src/domain/change.js';
import { codesIn, looksLikeCode, normaliseCode } from '../src/domain/code.js';
import { inChat } from '../src/domain/refs.js';
import { type Text, text } from '../src/domain/text.js';

const NOTHING: Reply = { actions: [], changes: [], because: 'none' };

/** Codes that a whole chat has seen are spent. What only looks like one, or stands beside a command, is left alone. */
const seenByAll = async (code: string | null, call: Call): Promise<Reply> => {
  const words = call.message.text;
  const typed = [...new Set([...(code === null ? [] : [code]), ...codesIn(words)])];
  const looked = typed.length > 0 && (await pausedFor(call)) === undefined;
  const owners = await Promise.all((looked ? typed : []).map((one) => ownerOf(one, call)));
  const shown = typed.filter((_, at) => owners[at] !== undefined);
  if (readCommand(words) === undefined && shown.length === 0) return NOTHING;
  const spent = shown.map((one): Change => ({ put: 'used-code', code: one, at: call.now }));
  return {
    actions: [
      ...(call.chat?.mode === 'act' ? [{ do: 'delete', message: call.message.ref } as const] : []),
      privately(call, text(spent.length > 0 ? 'code-shown' : 'code-in-dialog'), text('group-code')),
    ],
    changes: looked && spent.length === 0 ? [miss(call)] : spent,
    because: spent.length > 0 ? 'shown' : 'elsewhere',
  };
};

/** A person who is linked hears so first. */
const wrongWords = ({ person }: Call): Text =>
  person ? text('code-wrong-linked', { role: text('role', { role: person.role }) }) : text('code-wrong');

const only = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

const wrong = async (code: string, lastTry: boolean, call: Call): Promise<Reply> => {
  const alarmed = lastTry ? await alarm(call) : { actions: [], changes: [] };
  const words = (await lapsedWords(code, call)) ?? wrongWords(call);
  return {
    actions: [here(call, words), ...alarmed.actions],
    changes: [miss(call), ...alarmed.changes],
    because: 'wrong',
  };
};

const paused = async (by: 'account' | 'school', call: Call): Promise<Reply> => {
  const alarmed = by === 'school' ? await alarm(call) : { actions: [], changes: [] };
  return {
    actions: [here(call, text('code-pause')), ...alarmed.actions],
    changes: alarmed.changes,
    because: 'pause',
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
  overhears: (message) => codesIn(message).length > 0,
  opens: (parameter) => normaliseCode(parameter) !== null,
  args: (tail) => ({ ok: true, value: normaliseCode(tail) }),

  run: async (code, call) => {
    if (inChat(call.place)) return seenByAll(code, call);
    if (code === null) return only(call, text('code-form'), 'usage');

    const reading = await readCode(code, call);
    switch (reading.is) {
      case 'paused':
        return paused(reading.by, call);
      case 'own':
        return linked(reading.person, code, call);
      case 'again':
        return { actions: [welcome(reading.person, call)], changes: [], because: 'again' };
      case 'others':
        return { ...(await misclaimed(reading.owner, reading.by, call)), because: 'others' };
      case 'wrong':
        return wrong(code, reading.lastTry, call);
    }
  },

  examples: [
    { say: '/код A1B2-C3D4', by: 'stranger', answers: 'code-linked', puts: ['link', 'used-code'] },
    { say: '/code a1b2 c3d4', by: 'stranger', answers: 'code-linked', puts: ['link', 'used-code'] },
    { say: '/Код «А1В2–С3D4»', by: 'stranger', answers: 'code-linked', puts: ['link', 'used-code'] },
    { say: 'A1B2-C3D4', by: 'stranger', answers: 'code-linked', puts: ['link', 'used-code'] },
    { say: '/код A1B2-C3D4', by: 'parent', answers: 'invites-misclaimed', refused: true },
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
