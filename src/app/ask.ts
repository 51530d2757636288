import type { z } from 'zod';
import type { Action, Enclosure } from '../domain/action.js';
import type { Option } from '../domain/question.js';
import type { PlaceRef } from '../domain/refs.js';
import type { Text } from '../domain/text.js';

/** Something to be asked. The answer comes back to the command that asks, with `data`. */
export interface Ask {
  readonly words: Text;
  readonly data: z.core.util.JSONType;
  readonly options: readonly Option[];
  /** Any words or files are an answer too; otherwise only those that equal an option. */
  readonly free?: true;
  /** Where it is asked: in the dialog of whoever is talking, unless said. */
  readonly to?: PlaceRef;
  /** Who may answer: a person's id, or `*`; whoever is talking, unless said. */
  readonly whom?: string;
  /** Milliseconds for which it may be answered; a day unless said. */
  readonly kept?: number;
  readonly files?: readonly Enclosure[];
  /** How the message goes out when not by itself: told once something else has come about. */
  readonly carried?: (send: Extract<Action, { do: 'send' }>) => Action;
  /** Typed words answer it from now on, whatever else is open in that dialog. */
  readonly breaksIn?: true;
  /** The command that hears the answer, when another one asks in its place. */
  readonly asks?: string;
}
