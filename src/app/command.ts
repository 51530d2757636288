import type { z } from 'zod';
import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import type { Message } from '../domain/message.js';
import type { Person, Role } from '../domain/person.js';
import type { Answer } from '../domain/question.js';
import type { AccountRef, PlaceRef } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import type { Ask } from './ask.js';
import type { Known } from './known.js';
import type { May, Permission } from './may.js';
import { privately } from './reply.js';

export type { Clause } from './known.js';

/** Everything a command may know; it can look, never act. */
export interface Call extends Known {
  readonly place: PlaceRef;
  readonly account: AccountRef;
  /** Whom the account is linked to. */
  readonly person?: Person;
  /** The registered chat it was typed in. */
  readonly chat?: Chat;
  /** What was typed; of a pressed button the message it hangs on, without words. */
  readonly message: Message;
  /** Whether whoever calls may do this: asked of the permission matrix. */
  readonly may: May;
}

export interface Reply {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
  /** For the journal: no word of what was typed. */
  readonly because: string;
  /** What is asked with it. */
  readonly asks?: readonly Ask[];
  /** The question this answers stays open: the answer was none. */
  readonly stays?: true;
  /** Shown for a moment to the one who pressed. */
  readonly snack?: Text;
  /** The person it is about, for the journal, when nobody has asked for it. */
  readonly about?: string;
  /** The command that hears the answers, when it is not the one that was called. */
  readonly asker?: string;
}

export type Parsed<A> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly text: Text };

/** Played by a test in a demo school: of each role one person, all of class 5А. */
export interface Example {
  readonly say: string;
  readonly by?: Role | 'stranger';
  /** Where it is typed: by default where the command belongs. */
  readonly in?: 'dialog' | 'parents chat' | 'new chat';
  /** The key of the text that comes back. */
  readonly answers: string;
  readonly refused?: true;
  readonly puts?: readonly Change['put'][];
  readonly does?: readonly Action['do'][];
}

/** How a command goes on after it has asked: a state machine whose state is `data`. */
export interface Conversation<D> {
  readonly data: z.ZodType<D>;
  readonly hear: (answer: Answer, data: D, call: Call) => Promise<Reply> | Reply;
}

interface Described {
  /** Russian name, as typed after the slash. */
  readonly name: string;
  readonly english: string;
  /** Other names by which it is known. */
  readonly also?: readonly string[];
  readonly where: 'dialog' | 'chat' | 'both';
  readonly needs: Permission | 'anyone';
  /** Named in the help only to those who are granted one of these somewhere. */
  readonly offered?: readonly Permission[];
  /** A key of `locales/`: one line that starts with the command as typed. */
  readonly help: string;
  /** What whoever has this right reads instead: there is more for them. */
  readonly fuller?: { readonly needs: Permission; readonly help: string };
  /** Understood in chats that are not registered too; all other commands are left alone there. */
  readonly anywhere?: true;
  /** Not carried out when it arrives long after it was typed: asked about instead. */
  readonly perishable?: true;
  /** Whole sentences that mean the command in a dialog. */
  readonly phrases?: readonly string[];
  /** Whole messages that mean the command in a dialog, told by their look. */
  readonly recognises?: (message: string) => boolean;
  /** What is said in a chat to others, and must not stand there. */
  readonly overhears?: (message: string) => boolean;
  /** Parameters of a deep link that mean the command, as if they were typed after its name. */
  readonly opens?: (parameter: string) => boolean;
  readonly examples: readonly Example[];
}

export interface Definition<A, D = never> extends Described {
  readonly conversation?: Conversation<D>;
  /** Whatever stands after the name → arguments, or what to say about them. */
  readonly args: (tail: string) => Parsed<A>;
  readonly run: (args: A, call: Call, commands: readonly Command[]) => Promise<Reply> | Reply;
}

export interface Command extends Described {
  readonly handle: (tail: string, call: Call, commands: readonly Command[]) => Promise<Reply>;
  /** The answer to something it asked; absent when it asks nothing. */
  readonly hears?: (answer: Answer, data: unknown, call: Call) => Promise<Reply>;
}

/** One slash command: names, who may use it and where, arguments, what follows, examples that are its tests. */
export const defineCommand = <A, D = never>({ args, run, conversation, ...described }: Definition<A, D>): Command => ({
  ...described,
  ...(conversation && {
    hears: async (answer, data, call) => conversation.hear(answer, conversation.data.parse(data), call),
  }),
  handle: async (tail, call, commands) => {
    const parsed = args(tail);
    if (parsed.ok) return run(parsed.value, call, commands);
    const usage = text('usage', { defect: parsed.text, help: text(described.help) });
    return { actions: [privately(call, usage, usage)], changes: [], because: 'usage' };
  },
});

/** For commands that take nothing: whatever follows is passed over. */
export const noArguments = (): Parsed<undefined> => ({ ok: true, value: undefined });
