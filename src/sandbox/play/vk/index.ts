import { chatRef, dialogRef } from '../../../domain/refs.js';
import { deny } from '../../denied.js';
import { addressIn } from '../../vk/comings.js';
import type { SandboxVk } from '../../vk/index.js';
import { peerFor } from '../../vk/people.js';
import { store } from '../../vk/uploads.js';
import { isChat, memberOf, type World } from '../../vk/world.js';
import { pageOf } from '../shapes.js';
import type { Side } from '../side.js';
import { perform } from './perform.js';
import { sightOf } from './sight.js';
import { membersView, messageView, placesView } from './view.js';

/** A place this person may look into, as the community numbers it. */
const lookInto = (world: World, as: number, place: number): number => {
  const peer = peerFor(world, as, place);
  const chat = world.chat(peer);
  const allowed = isChat(peer) ? chat && memberOf(chat, as) : peer === as;
  return allowed ? peer : deny('not-a-member');
};

/** VK as its people have it. */
export const vkSide = ({ world }: SandboxVk): Side => ({
  messenger: 'vk',
  owns: (place) => place === world.bot || world.chat(place) !== undefined,
  leads: (link) => addressIn(link) !== undefined,
  neighbours: () => world.state.neighbours ?? [],
  places: (as) => placesView(world, as),
  members: (as, place) => membersView(world, world.chat(lookInto(world, as, place)) ?? deny('not-a-member')),
  messages: (as, place, page) => {
    const { items, more } = pageOf(world.messagesOf(lookInto(world, as, place)), ({ cmid }) => cmid, page);
    return { items: items.map((message) => messageView(world, message)), more };
  },
  placeRef: (as, place) => {
    const peer = lookInto(world, as, place);
    return isChat(peer) ? chatRef('vk', peer) : dialogRef('vk', peer);
  },
  perform: (as, what, site) => perform(world, as, what, `${site}/vk`),
  upload: (as, file) => {
    const { id, kind, name, size } = store(world, as, file);
    return { id, kind: kind === 'doc' ? 'file' : kind, name, size };
  },
  file: (id) => world.state.files[id],
  listen: (as, see) =>
    world.listen((change) => {
      const sight = sightOf(world, as, change);
      if (sight) see(sight);
    }),
});
