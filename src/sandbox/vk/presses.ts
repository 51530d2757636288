import { refuse } from './refused.js';
import type { Message } from './state.js';
import type { World } from './world.js';

/** VK wants the answer to a press within about a minute. */
const ANSWERABLE = 60_000;

/** A person presses a callback button. Returns the event's id. */
export const press = (world: World, person: number, message: Message, payload: unknown): string => {
  const event = world.secret('event').slice(0, 12);
  world.presses.set(event, { person, peer: message.peer, at: world.now() });
  world.tell({ what: 'pressed', event, person, message, payload });
  return event;
};

/** Once, in time, and to the one who pressed. */
export const answer = (world: World, event: string, person: number, peer: number, text: string): void => {
  const known = world.presses.get(event);
  if (!known || known.person !== person || known.peer !== peer || world.now() - known.at > ANSWERABLE)
    refuse(100, 'event_id is invalid');
  world.presses.delete(event);
  world.tell({ what: 'answered', person, peer, text });
};
