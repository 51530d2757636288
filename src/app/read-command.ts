import type { Command } from './command.js';
import { nearest } from './nearest.js';

export interface Typed {
  readonly name: string;
  readonly tail: string;
}

/** `[club1|@school] /чат`, `@school, /чат`: how people call the community in a chat where it does not see everything. */
const CALLED = /^(?:\[(?:club|public|id)\d+\|[^\]]*\]|[@*][\p{L}\p{N}_.]+)[\s,:]*/u;
const INVISIBLE = /\p{Cf}/gu;
const COMMAND = /^[/／]\s?([\p{L}\p{N}_-]+)(?:@[\p{L}\p{N}_.]+)?(?:[\s,:]+([\s\S]*))?$/u;
const QUOTED = /^[«"“„']([\s\S]*?)[»"”“']?$/u;

/** One spelling for all: letters small, «ё» as «е». */
const plain = (word: string): string => word.toLowerCase().replaceAll('ё', 'е').replaceAll('-', '_');

/** The command and what follows it; nothing for a message that is none. */
export const readCommand = (message: string): Typed | undefined => {
  const called = message.replace(INVISIBLE, '').trim().replace(CALLED, '');
  const bare = QUOTED.exec(called)?.[1]?.trim() ?? called;
  const found = COMMAND.exec(bare);
  return found?.[1] === undefined ? undefined : { name: plain(found[1]), tail: (found[2] ?? '').trim() };
};

export const findCommand = (commands: readonly Command[], name: string): Command | undefined =>
  commands.find(({ name: russian, english, also = [] }) =>
    [russian, english, ...also].some((known) => plain(known) === plain(name)),
  );

/** The Russian name of the command that was probably meant. */
export const nearestCommand = (commands: readonly Command[], name: string): string | undefined => {
  const names = commands.flatMap((command) => [command.name, command.english]);
  const meant = nearest(plain(name), names.map(plain));
  return meant === undefined ? undefined : findCommand(commands, meant)?.name;
};

const bareSentence = (sentence: string): string =>
  plain(sentence)
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The command a message without a slash means, among those that say so. */
export const findPhrase = (commands: readonly Command[], sentence: string): Command | undefined =>
  commands.find(
    ({ phrases = [], recognises }) =>
      recognises?.(sentence) || phrases.some((phrase) => bareSentence(phrase) === bareSentence(sentence)),
  );
