import type { Call, Reply } from './command.js';
import { asked } from './conversation.js';
import { keepPromise } from './people-role.js';
import { type Thought, thought } from './thought.js';

/** A reply to somebody, with what it asks, and whose it was. */
export const answered = async (reply: Reply, call: Call): Promise<Thought> => {
  const { actions, changes, because } = await asked(await keepPromise(reply, call), reply.asker ?? '', call, call);
  return { ...thought(because, changes, actions), ...(call.person ? { person: call.person.id } : {}) };
};
