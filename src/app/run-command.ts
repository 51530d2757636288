import { inChat } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import type { Call, Command, Reply } from './command.js';
import { saysAgain, shut } from './frozen-said.js';
import { passOn } from './hacked-again.js';
import { FRESH, hearWords } from './hear.js';
import { withoutExport } from './migration-export.js';
import { findCommand, findPhrase, nearestCommand, readCommand } from './read-command.js';
import { here, privately } from './reply.js';

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

const withName = (command: Command, reply: Reply): Reply => ({
  ...reply,
  because: `command:${command.name}:${reply.because}`,
  asker: command.name,
});

const start = async (command: Command, tail: string, call: Call, commands: readonly Command[]): Promise<Reply> => {
  const chat = inChat(call.place);
  const slash = { command: `/${command.name}` };
  if (chat && command.where === 'dialog') return said(call, text('group-only-dialog', slash), 'elsewhere');
  if (!chat && command.where === 'chat') return said(call, text('only-chat', slash), 'elsewhere');
  if (command.perishable && call.begun - call.message.at > FRESH)
    return { actions: [privately(call, text('late', slash), text('late', slash))], changes: [], because: 'late' };

  const permitted = command.needs === 'anyone' ? undefined : await call.may(command.needs, 'anywhere');
  if (permitted?.granted === 'no')
    return { actions: [privately(call, permitted.text, text('group-refused'))], changes: [], because: 'refused' };
  return command.handle(tail, call, commands);
};

/** The command a deep link means, which whoever came by it need not type. */
const opened = async (call: Call, commands: readonly Command[]): Promise<Reply | undefined> => {
  const parameter = call.message.openedWith;
  const command = parameter === undefined ? undefined : commands.find(({ opens }) => opens?.(parameter));
  if (parameter === undefined || command === undefined) return undefined;
  return withName(command, await start(command, parameter, call, commands));
};

/** What to say in a dialog to words that are no command. */
const talk = async (call: Call, commands: readonly Command[], say: (text: Text) => string): Promise<Reply> => {
  const words = call.message.text;
  const command = findPhrase(commands, words);
  const heard = await hearWords(call, commands, say, command !== undefined);
  if (heard) return heard;
  const frozen = await shut(call);
  if (frozen) return saysAgain(words) ? passOn(call) : frozen;
  if (command) return withName(command, await start(command, words, call, commands));
  const hint = said(call, text(call.person ? 'dialog-hint-linked' : 'dialog-hint-unlinked'), 'dialog');
  return (await opened(call, commands)) ?? hint;
};

/** Of what is said in a chat without a slash: only what must not stand there, such as a personal code. */
const overheard = async (call: Call, commands: readonly Command[]): Promise<Reply | undefined> => {
  const command = commands.find(({ overhears }) => overhears?.(call.message.text));
  const reply = command && (await command.handle(call.message.text, call, commands));
  return command && reply && reply.actions.length > 0 ? withName(command, reply) : undefined;
};

/** What follows from a message that may be a command; nothing for a chat message that is none. */
export const runCommand = async (
  commands: readonly Command[],
  call: Call,
  say: (text: Text) => string,
): Promise<Reply | undefined> => {
  const chat = inChat(call.place);
  const exported = chat ? undefined : withoutExport(call);
  if (exported) return exported;
  const typed = readCommand(call.message.text);
  if (!chat && call.person === undefined) {
    const first = await opened(call, commands);
    if (first) return first;
  }
  if (typed === undefined) return chat ? overheard(call, commands) : talk(call, commands, say);

  const command = findCommand(commands, typed.name);
  if (command === undefined) {
    if (chat) return undefined;
    const meant = nearestCommand(commands, typed.name);
    const words = meant === undefined ? text('unknown-command') : text('misspelt-command', { meant: `/${meant}` });
    return said(call, words, 'command:?');
  }
  if (chat && call.chat === undefined && !command.anywhere) return undefined;
  const frozen = await shut(call);
  if (frozen) return frozen;
  return withName(command, await start(command, typed.tail, call, commands));
};
