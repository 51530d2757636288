import { chatRef, dialogRef } from '../../../domain/refs.js';
import { deny } from '../../denied.js';
import type { SandboxTelegram } from '../../telegram/index.js';
import { addressIn, store } from '../../telegram/people.js';
import { memberOf, type World } from '../../telegram/world.js';
import { pageOf } from '../shapes.js';
import type { Side } from '../side.js';
import { perform, placeIn } from './perform.js';
import { sightOf } from './sight.js';
import { membersView, messageView, placesView } from './view.js';

/** A place this person may look into, as Telegram numbers it. */
const lookInto = (world: World, as: number, peer: number): number => {
  const place = placeIn(world, as, peer);
  const chat = world.chat(place);
  return (chat ? memberOf(chat, as) : place === as) ? place : deny('not-a-member');
};

/** Telegram as its people have it. */
export const telegramSide = ({ world }: SandboxTelegram): Side => ({
  messenger: 'telegram',
  owns: (place) => place === world.bot || world.chat(place) !== undefined,
  leads: (link) => addressIn(link) !== undefined,
  neighbours: () => [],
  places: (as) => placesView(world, as),
  members: (as, peer) => membersView(world, world.chat(lookInto(world, as, peer)) ?? deny('not-a-member')),
  messages: (as, peer, page) => {
    const { items, more } = pageOf(world.messagesOf(lookInto(world, as, peer)), ({ id }) => id, page);
    return { items: items.map((message) => messageView(world, message)), more };
  },
  placeRef: (as, peer) => {
    const place = lookInto(world, as, peer);
    return place > 0 ? dialogRef('telegram', place) : chatRef('telegram', place);
  },
  perform: (as, what) => perform(world, as, what),
  upload: (_, { name, type, body }) => {
    const { id, size } = store(world, name, type, body);
    return { id, kind: type.startsWith('image/') ? 'photo' : 'file', name, size };
  },
  file: (id) => world.state.files[id],
  listen: (as, see) =>
    world.listen((change) => {
      const sight = sightOf(world, as, change);
      if (sight) see(sight);
    }),
});
