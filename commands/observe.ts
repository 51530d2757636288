import { type Call, defineCommand, noArguments, type Parsed, type Reply } from '../src/app/command.js';
import { scopeOf } from '../src/app/may.js';
import { here, privately } from '../src/app/reply.js';
import { type Chat, chatVars } from '../src/domain/chat.js';
import { text } from '../src/domain/text.js';

type Wish = Chat['mode'] | undefined;

const WORDS: readonly (readonly [RegExp, Chat['mode']])[] = [
  [/^(вкл(ючи(ть)?)?|on|да)\.?$/u, 'observe'],
  [/^(выкл(ючи(ть)?)?|off|нет)\.?$/u, 'act'],
];

const read = (tail: string): Parsed<Wish> => {
  if (tail === '') return noArguments();
  const found = WORDS.find(([word]) => word.test(tail.toLowerCase()));
  return found ? { ok: true, value: found[1] } : { ok: false, text: text('observe-form') };
};

const told = (call: Call, chat: Chat, because: string): Reply => ({
  actions: [here(call, text(`group-observe-${chat.mode}`, chatVars(chat)))],
  changes: [],
  because,
});

/** Whoever may register such a chat may also say whether the bot acts in it. */
const change = async (mode: Chat['mode'], chat: Chat, call: Call): Promise<Reply> => {
  const permitted = await call.may('observe-chat', scopeOf(chat));
  if (permitted.granted !== 'yes')
    return { actions: [privately(call, permitted.text, text('group-refused'))], changes: [], because: 'refused' };
  if (chat.mode === mode) return told(call, chat, 'same');
  const next = { ...chat, mode };
  return { ...told(call, next, mode), changes: [{ put: 'chat', chat: next }] };
};

export default defineCommand<Wish>({
  name: 'наблюдение',
  english: 'observe',
  where: 'chat',
  needs: 'observe-chat',
  help: 'help-observe',
  perishable: true,
  args: read,
  run: async (wish, call) => {
    if (call.chat === undefined) return { actions: [], changes: [], because: 'unregistered' };
    return wish === undefined ? told(call, call.chat, 'told') : change(wish, call.chat, call);
  },

  examples: [
    { say: '/наблюдение вкл', in: 'parents chat', answers: 'group-observe-observe', puts: ['chat'] },
    { say: '/наблюдение выкл', in: 'parents chat', answers: 'group-observe-act' },
    { say: '/observe ON', by: 'administrator', in: 'parents chat', answers: 'group-observe-observe', puts: ['chat'] },
    { say: '/наблюдение', in: 'parents chat', answers: 'group-observe-act' },
    { say: '/наблюдение может быть', in: 'parents chat', answers: 'usage', refused: true },
    { say: '/наблюдение вкл', by: 'teacher', in: 'parents chat', answers: 'refuse-chat-kind', refused: true },
    { say: '/наблюдение вкл', by: 'parent', in: 'parents chat', answers: 'refuse-register-chat', refused: true },
  ],
});
