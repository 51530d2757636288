import { type Change, memberOf, type World } from '../../telegram/world.js';
import type { Sight } from '../side.js';

const MESSAGE = { posted: 'message', edited: 'edit', deleted: 'delete' } as const;

/** What this person notices of a change; `undefined` when it is none of his business. */
export const sightOf = (world: World, as: number, change: Change): Sight | undefined => {
  const inside = (id: number): boolean => {
    const chat = world.chat(id);
    return chat ? memberOf(chat, as) !== undefined : id === as;
  };
  switch (change.what) {
    case 'posted':
    case 'edited':
    case 'deleted': {
      const { chat, id } = change.message;
      return inside(chat) ? { type: MESSAGE[change.what], peer: chat > 0 ? world.bot : chat, cmid: id } : undefined;
    }
    case 'member':
    case 'place':
    case 'asking': {
      const { id } = change.chat;
      const self = change.what === 'member' && change.person === as;
      return self || inside(id) ? { type: 'place', peer: id } : undefined;
    }
    case 'blocked':
    case 'unblocked':
      return change.person === as ? { type: 'place', peer: world.bot } : undefined;
    case 'answered':
      return change.person === as ? { type: 'snackbar', peer: world.bot, text: change.text } : undefined;
    case 'pressed':
      return undefined;
  }
};
