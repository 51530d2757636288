import { type Change, isChat, memberOf, type World } from '../../vk/world.js';
import type { Sight } from '../side.js';
import { placeFor } from './view.js';

const MESSAGE = { posted: 'message', edited: 'edit', deleted: 'delete' } as const;

const reaches = (world: World, as: number, peer: number): boolean => {
  const chat = world.chat(peer);
  return isChat(peer) ? chat !== undefined && memberOf(chat, as) !== undefined : peer === as;
};

/** What this person notices of a change; `undefined` when it is none of his business. */
export const sightOf = (world: World, as: number, change: Change): Sight | undefined => {
  switch (change.what) {
    case 'posted':
    case 'edited':
    case 'deleted': {
      const { peer, cmid } = change.message;
      return reaches(world, as, peer) ? { type: MESSAGE[change.what], peer: placeFor(world, peer), cmid } : undefined;
    }
    case 'place':
      return change.people.includes(as) ? { type: 'place', peer: change.peer } : undefined;
    case 'allowed':
    case 'denied':
      return change.person === as ? { type: 'place', peer: world.bot } : undefined;
    case 'answered':
      return change.person === as && change.text !== ''
        ? { type: 'snackbar', peer: placeFor(world, change.peer), text: change.text }
        : undefined;
    case 'pressed':
      return undefined;
  }
};
