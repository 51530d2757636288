import { readCallLink, roomOf } from '../../src/meetings/call-link.js';

const read = (words: string) => {
  const found = readCallLink(words, ['meet.school21.ru']);
  return found.ok ? found.link : found.why;
};

describe('a link to a call', () => {
  it.each([
    ['https://vk.com/call/join/TEST', 'https://vk.com/call/join/TEST'],
    ['вот: https://vk.com/call/join/a-B_9.', 'https://vk.com/call/join/a-B_9'],
    ['vk.com/call/join/TEST', 'https://vk.com/call/join/TEST'],
    ['https://vk.ru/call/join/TEST', 'https://vk.ru/call/join/TEST'],
    ['https://sferum.ru/?call_link=x', 'not-a-call'],
    ['https://sferum.ru/call/abc', 'https://sferum.ru/call/abc'],
    ['https://max.ru/joincall/abc', 'https://max.ru/joincall/abc'],
    ['https://meet.school21.ru/5a', 'https://meet.school21.ru/5a'],
    ['https://a.meet.school21.ru/5a', 'https://a.meet.school21.ru/5a'],
    ['http://vk.com/call/join/TEST', 'not-secure'],
    ['https://vk.com@evil.ru/call/join/TEST', 'not-secure'],
    ['https://vk.com:8443/call/join/TEST', 'not-secure'],
    ['https://vk.com.evil.ru/call/join/TEST', 'not-a-call'],
    ['https://evil.ru/call/join/TEST', 'not-a-call'],
    ['https://xmeet.school21.ru/5a', 'not-a-call'],
    ['https://vk.com/id1', 'not-a-call'],
    ['https://zoom.us/j/1', 'not-a-call'],
    ['скоро пришлю', 'not-a-link'],
    ['', 'not-a-link'],
  ])('%s → %s', (words, expected) => expect(read(words)).toBe(expected));

  it('of the school’s own service is the same for the same meeting', () => {
    expect(roomOf('https://meet.school21.ru/{room}', 'm 1')).toBe('https://meet.school21.ru/m%201');
  });
});
