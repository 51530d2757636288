import { TimeoutError } from 'redis';
import { mendable } from '../../src/cli/mendable.js';
import { EXIT } from '../../src/cli/terminal.js';

describe('what ends the program', () => {
  it('a Redis that is too slow for a moment is said so, and the program may be started again', () => {
    expect(mendable(new TimeoutError())).toEqual([EXIT.internal, 'Redis is too slow to answer now; start again']);
  });

  it('a mistake of ours is nothing a person can mend', () => {
    expect(mendable(new Error('a bug'))).toBeUndefined();
  });
});
