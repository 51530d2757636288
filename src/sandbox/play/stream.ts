import type { FastifyReply } from 'fastify';
import { type Change, isChat, memberOf, type World } from '../vk/world.js';
import { placeFor } from './view.js';

interface Sight {
  readonly type: 'message' | 'edit' | 'delete' | 'place' | 'snackbar';
  readonly peer: number;
  readonly cmid?: number;
  readonly text?: string;
}

const MESSAGE = { posted: 'message', edited: 'edit', deleted: 'delete' } as const;

const reaches = (world: World, as: number, peer: number): boolean => {
  const chat = world.chat(peer);
  return isChat(peer) ? chat !== undefined && memberOf(chat, as) !== undefined : peer === as;
};

/** What this person notices of a change; `undefined` when it is none of his business. */
const sightOf = (world: World, as: number, change: Change): Sight | undefined => {
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

/** Server-sent events of one person, until the connection ends. Returns how to end it. */
export const stream = (world: World, as: number, reply: FastifyReply): (() => void) => {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  reply.raw.write(':\n\n');
  const stop = world.listen((change) => {
    const sight = sightOf(world, as, change);
    if (sight) reply.raw.write(`data: ${JSON.stringify(sight)}\n\n`);
  });
  reply.raw.on('close', stop);
  return () => reply.raw.end();
};
