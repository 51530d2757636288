import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import type { Message } from '../domain/message.js';
import type { Person, Role } from '../domain/person.js';
import type { AccountRef, PlaceRef } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import type { Chats, Codes, People } from '../ports/stores.js';
import type { Cite, May, Permission } from './may.js';
import { privately } from './reply.js';

/** A clause of the regulation in force, in its corrected wording. */
export interface Clause {
  readonly id: string;
  readonly text: string;
  /** The edition's date, `2024-08-31`. */
  readonly edition: string;
}

/** Everything a command may know; it can look, never act. */
export interface Call {
  readonly now: number;
  /** When it is carried out: later than `now` for what had to wait. */
  readonly begun: number;
  readonly place: PlaceRef;
  readonly account: AccountRef;
  /** Whom the account is linked to. */
  readonly person?: Person;
  /** The registered chat it was typed in. */
  readonly chat?: Chat;
  readonly message: Message;
  readonly defaultMode: Chat['mode'];
  readonly cite: Cite;
  /** Whether whoever calls may do something, worded when not. */
  readonly may: May;
  readonly clause: (id: string) => Clause | null;
  readonly people: Pick<People, 'find' | 'all' | 'accountsOf'>;
  readonly chats: Pick<Chats, 'find' | 'all'>;
  readonly codes: Pick<Codes, 'whose' | 'wrong'>;
}

export interface Reply {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
  /** For the journal: no word of what was typed. */
  readonly because: string;
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

interface Described {
  /** Russian name, as typed after the slash. */
  readonly name: string;
  readonly english: string;
  readonly where: 'dialog' | 'chat' | 'both';
  readonly needs: Permission | 'anyone';
  /** A key of `locales/`: one line that starts with the command as typed. */
  readonly help: string;
  /** Understood in chats that are not registered too; all other commands are left alone there. */
  readonly anywhere?: true;
  /** Not carried out when it arrives long after it was typed: asked about instead. */
  readonly perishable?: true;
  /** Whole sentences that mean the command in a dialog. */
  readonly phrases?: readonly string[];
  /** Whole messages that mean the command in a dialog, told by their look. */
  readonly recognises?: (message: string) => boolean;
  readonly examples: readonly Example[];
}

export interface Definition<A> extends Described {
  /** Whatever stands after the name → arguments, or what to say about them. */
  readonly args: (tail: string) => Parsed<A>;
  readonly run: (args: A, call: Call, commands: readonly Command[]) => Promise<Reply> | Reply;
}

export interface Command extends Described {
  readonly handle: (tail: string, call: Call, commands: readonly Command[]) => Promise<Reply>;
}

/** One slash command: names, who may use it and where, arguments, what follows, examples that are its tests. */
export const defineCommand = <A>({ args, run, ...described }: Definition<A>): Command => ({
  ...described,
  handle: async (tail, call, commands) => {
    const parsed = args(tail);
    if (parsed.ok) return run(parsed.value, call, commands);
    const usage = text('usage', { defect: parsed.text, help: text(described.help) });
    return { actions: [privately(call, usage, usage)], changes: [], because: 'usage' };
  },
});

/** For commands that take nothing: whatever follows is passed over. */
export const noArguments = (): Parsed<undefined> => ({ ok: true, value: undefined });
