import { isPart, type Part, together } from '../../src/domain/album.js';
import { accountRef, chatRef } from '../../src/domain/refs.js';
import type { Intake } from '../../src/domain/update.js';

const place = chatRef('telegram', -100);

const part = (id: string, text = ''): Part => {
  const intake: Intake = {
    received: 1,
    update: {
      ...{ kind: 'message', id: `u${id}`, key: `k${id}`, at: 0, edited: false },
      message: {
        ...{ ref: { place, id }, author: accountRef('telegram', 7), at: 0, text, forwarded: [] },
        attachments: [{ kind: 'photo', words: [], handle: `photo${id}` }],
        album: { name: 'post', part: true },
      },
    },
  };
  if (!isPart(intake)) throw new Error('no part');
  return intake;
};

describe('an album', () => {
  const whole = together([part('10', 'и ещё'), part('9', 'Наш поход'), part('11')]);

  it('is one message: the words of some, the pictures of all, in order, under the name of the first', () => {
    expect(whole).toMatchObject({
      update: {
        id: 'u9-album',
        key: 'k9/album',
        message: {
          ref: { place, id: '9+10+11' },
          text: 'Наш поход\nи ещё',
          attachments: [{ handle: 'photo9' }, { handle: 'photo10' }, { handle: 'photo11' }],
        },
      },
    });
  });

  it('waits for nothing more', () => expect(whole && isPart(whole)).toBe(false));
});
