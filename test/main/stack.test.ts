import { stack } from '../../src/main/stack.js';

describe('cleaning up', () => {
  it('goes backwards, once', async () => {
    const done: string[] = [];
    const built = stack();
    built.push(() => void done.push('redis'));
    built.push(async () => void done.push('http'));

    await built.unwind();
    await built.unwind();

    expect(done).toEqual(['http', 'redis']);
  });

  it('goes on after a step that failed, and tells of it at the end', async () => {
    const done: string[] = [];
    const built = stack();
    built.push(() => void done.push('redis'));
    built.push(async () => {
      throw new Error('the port was gone');
    });
    built.push(() => void done.push('worker'));

    await expect(built.unwind()).rejects.toThrow('the port was gone');

    expect(done).toEqual(['worker', 'redis']);
  });
});
