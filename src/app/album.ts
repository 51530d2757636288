import { albumId, nameTogether, numbersIn, remember } from '../domain/album.js';
import type { Message, Quoted } from '../domain/message.js';
import { keep } from '../domain/records.js';
import { inChat, type MessageRef, type PlaceRef } from '../domain/refs.js';
import type { Update } from '../domain/update.js';
import type { Known } from './known.js';
import { type Thought, thought } from './thought.js';

type Written = Extract<Update, { kind: 'message' }>;

const heldOf = async (place: PlaceRef, name: string | undefined, { records }: Known) =>
  name === undefined || !inChat(place) ? undefined : records.get('album', albumId(place, name));

/** Whoever answers one picture of an album answers all of it. */
const answering = async ({ ref, replyTo }: Message, known: Known): Promise<{ readonly replyTo?: Quoted }> => {
  const held = await heldOf(ref.place, replyTo?.album, known);
  return replyTo && held ? { replyTo: { ...replyTo, id: nameTogether(held.value.messages) } } : {};
};

const takenAway = ({ actions, via }: Thought, { place, id }: MessageRef): boolean =>
  via === 'messenger' &&
  actions.some((action) => action.do === 'delete' && action.message.place === place && action.message.id === id);

/**
 * A message of an album is decided on as all of it, under one name, whenever it comes: told late, or changed. Of what was
 * taken away the rest goes the same way, and counts no second time.
 */
export const inAlbum = async (
  update: Written,
  known: Known,
  decide: (whole: Written) => Promise<Thought>,
): Promise<Thought> => {
  const { place, id } = update.message.ref;
  const message: Message = { ...update.message, ...(await answering(update.message, known)) };
  const name = message.album?.name;
  if (name === undefined || !inChat(place)) return decide({ ...update, message });

  const held = await heldOf(place, name, known);
  const { messages: before = [], removed = false } = held?.value ?? {};
  const own = numbersIn({ id });
  const fresh = !update.edited && own.some((number) => !before.includes(number));
  if (!update.edited && !fresh) return thought('album:known');
  const all = [...before, ...own];
  const kept = (gone: boolean) => keep('album', albumId(place, name), remember(all, gone, known.now), held);
  if (removed && fresh) return thought('album:removed', [kept(true)], [{ do: 'delete', message: { place, id } }]);

  const ref = { place, id: nameTogether(all) };
  const whole = await decide({ ...update, message: { ...message, ref } });
  return { ...whole, changes: [...whole.changes, kept(removed || takenAway(whole, ref))] };
};
