import { pictureType } from '../../uploaded.js';
import * as comings from '../../vk/comings.js';
import * as people from '../../vk/people.js';
import { store } from '../../vk/uploads.js';
import type { World } from '../../vk/world.js';
import type { Doing } from '../doing.js';

const sendWith = (world: World, as: number, what: Extract<Doing, { do: 'send' }>, site: string) => {
  const stored = what.files.map(({ name, base64 }) => {
    const body = Buffer.from(base64, 'base64');
    return store(world, as, { name, type: pictureType(body) ?? 'application/octet-stream', body }).id;
  });
  const uploads = [...(what.uploads ?? []).map(Number), ...stored];
  return people.send(world, as, { ...what, uploads }, site);
};

/** Does it, or throws `Denied`. What comes back is told beside `ok: true`. */
export const perform = (world: World, as: number, what: Doing, site: string): object | undefined => {
  switch (what.do) {
    case 'send':
      return { cmid: sendWith(world, as, what, site).cmid };
    case 'start':
      return { cmid: people.start(world, as).cmid };
    case 'edit':
      return void people.edit(world, as, what.peer, what.cmid, what.text);
    case 'delete':
      return void people.remove(world, as, what.peer, what.cmid);
    case 'press':
      return void people.press(world, as, what);
    case 'join':
      return { peer: comings.join(world, as, what.link).peer };
    case 'follow':
      return { peer: comings.follow(world, as, what.link) };
    case 'leave':
      return void comings.leave(world, as, what.peer);
    case 'allow':
    case 'deny':
      return void people.allow(world, as, what.do === 'allow');
    case 'addBot':
      return void comings.addBot(world, as, what.peer, what);
    case 'createChat':
      return { peer: comings.openChat(world, as, what.title, what.members).peer };
    case 'kick':
      return void comings.kick(world, as, what.peer, what.id);
    case 'add':
      return void comings.add(world, as, what.peer, what.id);
    case 'admit':
      return void comings.admit(world, as, what.peer, what.id);
    case 'promote':
      return void comings.appoint(world, as, what.peer, what.id, what.admin);
    case 'pin':
      return void people.pinIn(world, as, what.peer, what.cmid);
    case 'unpin':
      return void people.pinIn(world, as, what.peer, undefined);
    case 'renewLink':
      return { link: comings.newLink(world, as, what.peer) };
  }
};
