import type { Worded } from '../../src/domain/action.js';
import { limitDefects } from '../../src/domain/limits.js';

const button = (label: string, payload: Record<string, string | number> = {}) => [[{ label, payload }]];
const files = (number: number) =>
  Array.from({ length: number }, () => ({ name: 'а.csv', kind: 'document' as const, base64: '' }));
const say = (text: string, over: Partial<Extract<Worded, { do: 'send' }>> = {}): Worded => ({
  do: 'send',
  to: 'vk:dialog:7',
  text,
  ...over,
});

describe('the limits of the messengers', () => {
  it.each<[string, Worded, number]>([
    ['a text in a dialog', say('а'.repeat(4_000)), 0],
    ['a text too long for any messenger', say('а'.repeat(4_001)), 1],
    ['a text in a group', say('а'.repeat(500), { to: 'vk:chat:2' }), 0],
    ['a text too long for a group', say('а'.repeat(501), { to: 'vk:chat:2' }), 1],
    [
      'a note to the group that stands behind a dialog',
      say('а', { otherwise: say('а'.repeat(501), { to: 'vk:chat:2' }) }),
      1,
    ],
    ['a label of 40 characters', say('а', { buttons: button('а'.repeat(40)) }), 0],
    ['a label of 41 characters', say('а', { buttons: button('а'.repeat(41)) }), 1],
    ['a payload of 64 bytes', say('а', { buttons: button('б', { k: 'x'.repeat(56) }) }), 0],
    ['a payload of 65 bytes', say('а', { buttons: button('б', { k: 'x'.repeat(57) }) }), 1],
    ['Cyrillic in a payload, two bytes a letter', say('а', { buttons: button('б', { k: 'ж'.repeat(29) }) }), 1],
    ['ten files', say('а', { files: files(10) }), 0],
    ['eleven files', say('а', { files: files(11) }), 1],
    [
      'a snack-bar of 91 characters',
      { do: 'answer', press: 'p', account: 'vk:account:7', place: 'vk:chat:2', text: 'а'.repeat(91) },
      1,
    ],
  ])('%s', (_, action, defects) => expect(limitDefects(action)).toHaveLength(defects));
});
