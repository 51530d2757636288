import { deny } from '../../denied.js';
import * as people from '../../telegram/people.js';
import type { Message, Origin } from '../../telegram/state.js';
import { memberOf, type World } from '../../telegram/world.js';
import { pictureType } from '../../uploaded.js';
import type { Doing } from '../doing.js';

type Sending = Extract<Doing, { do: 'send' }>;

/** Where a dialog lies: under the person's own number. */
export const placeIn = (world: World, as: number, peer: number): number => (peer === world.bot ? as : peer);

const mediaOf = (type: string, file: string): NonNullable<Message['media']> => ({
  as: type.startsWith('image/') ? 'photo' : 'document',
  file,
});

const filesOf = (world: World, { uploads = [], files }: Sending): readonly NonNullable<Message['media']>[] => [
  ...uploads.map((id) => {
    const file = world.state.files[id] ?? deny('no-such-file');
    return mediaOf(file.type, file.id);
  }),
  ...files.map(({ name, base64 }) => {
    const body = Buffer.from(base64, 'base64');
    const type = pictureType(body) ?? 'application/octet-stream';
    return mediaOf(type, people.store(world, name, type, body).id);
  }),
];

const shown = (world: World, as: number, place: number, id: number): Message => {
  const chat = world.chat(place);
  if (chat ? !memberOf(chat, as) : place !== as) deny('not-a-member');
  const message = world.message(place, id);
  return message && !message.deleted ? message : deny('no-such-message');
};

/** What is forwarded goes as messages of its own, each with who wrote it. */
const forward = (world: World, as: number, place: number, what: Sending): Message | undefined => {
  let last: Message | undefined;
  for (const { peer, cmids } of what.forward ?? [])
    for (const cmid of cmids) {
      const { from, at, text, media, forward: before } = shown(world, as, placeIn(world, as, peer), cmid);
      const origin: Origin = before ?? { from, at };
      last = people.write(world, as, place, { text, forward: origin, ...(media && { media }) });
    }
  return last;
};

/** Several files are an album: a message each, the words under the first. */
const send = (world: World, as: number, what: Sending): number => {
  const place = placeIn(world, as, what.peer);
  people.mayWrite(world, as, place);
  const files = filesOf(world, what);
  if (what.text.trim() === '' && files.length === 0 && !what.forward?.length) deny('empty');
  const album = files.length > 1 ? { raw: { media_group_id: world.secret('file').slice(0, 16) } } : {};
  const reply = what.reply === undefined ? {} : { reply: shown(world, as, place, what.reply).id };
  const [first, ...others] = files;
  const written =
    what.text.trim() === '' && first === undefined
      ? undefined
      : people.write(world, as, place, { text: what.text, ...reply, ...(first && { media: first }), ...album });
  for (const media of others) people.write(world, as, place, { media, ...album });
  const forwarded = forward(world, as, place, what);
  return (written ?? forwarded ?? deny('empty')).id;
};

/** A link into a chat, or to the bot. Returns where it leads. */
const follow = (world: World, as: number, link: string): number => {
  const address = people.addressIn(link) ?? deny('no-such-link');
  if (!/^\/(?:\+|joinchat\/)/.test(address.pathname)) {
    people.openBot(world, as, address);
    return world.bot;
  }
  const url = `https://t.me${address.pathname}`;
  const inside = Object.values(world.state.chats).find(
    (chat) => chat.links.some((one) => one.url === url) && memberOf(chat, as),
  );
  return (inside ?? people.follow(world, as, url)).id;
};

/** Does it, or throws `Denied`. What comes back is told beside `ok: true`. */
export const perform = (world: World, as: number, what: Doing): object | undefined => {
  switch (what.do) {
    case 'send':
      return { cmid: send(world, as, what) };
    case 'start':
      return { cmid: (people.mayStart(world, as) ? people.start(world, as) : deny('no-such-button')).id };
    case 'edit':
      if (what.text.trim() === '') deny('empty');
      return void people.edit(world, as, placeIn(world, as, what.peer), what.cmid, what.text);
    case 'delete':
      return void people.remove(world, as, placeIn(world, as, what.peer), what.cmid);
    case 'press': {
      const message = shown(world, as, placeIn(world, as, what.peer), what.cmid);
      return void people.press(world, as, message.chat, message.id, what);
    }
    case 'join':
      return { peer: people.follow(world, as, what.link.trim()).id };
    case 'follow':
      return { peer: follow(world, as, what.link) };
    case 'leave':
      return void people.leave(world, as, what.peer);
    case 'allow':
      return void people.unblock(world, as);
    case 'deny':
      return void people.block(world, as);
    case 'addBot':
      return void people.addBot(world, as, what.peer, what.admin);
    case 'createChat':
      return { peer: people.openChat(world, as, what.title, what.members).id };
    case 'kick':
      return void people.kick(world, as, what.peer, what.id);
    case 'add':
      return void people.add(world, as, what.peer, what.id);
    case 'admit':
      return void people.admit(world, as, what.peer, what.id);
    case 'promote':
      return void people.appoint(world, as, what.peer, what.id, what.admin);
    case 'pin':
      return void people.pinIn(world, as, what.peer, what.cmid);
    case 'unpin':
      return void people.pinIn(world, as, what.peer, undefined);
    case 'renewLink':
      return { link: people.renewOwnLink(world, as, what.peer) };
  }
};
