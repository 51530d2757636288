import { acting } from './platform/acting.js';
import { asking } from './platform/asking.js';
import { chatWide } from './platform/chat-wide.js';
import { files } from './platform/files.js';
import type { Lack, Make, Promising } from './platform/harness.js';
import { links } from './platform/links.js';
import { listening } from './platform/listening.js';
import { losing } from './platform/losing.js';

export type { Lack, Make, Misfortune, World } from './platform/harness.js';

/** What every messenger promises; `lacks` are the promises one cannot make, with the reason, which is printed. */
export const platformContract = (name: string, make: Make, lacks: readonly Lack[] = []): void =>
  describe(`the ${name} platform`, () => {
    const unused = new Set(lacks.flatMap(({ promises }) => promises));

    const promise: Promising = (words, keep) => {
      const lack = lacks.find(({ promises }) => promises.includes(words));
      unused.delete(words);
      if (lack) return void it.skip(`${words} (${lack.reason})`, () => {});
      it(words, async () => {
        const world = await make();
        try {
          await keep(world);
        } finally {
          await world.close();
        }
      });
    };

    for (const part of [listening, losing, acting, asking, files, links, chatWide]) part(promise);

    it('lacks only what is promised', () => expect([...unused]).toEqual([]));
    afterAll(() => {
      for (const { reason, promises } of lacks)
        process.stdout.write(`${name} does not promise, because ${reason}:\n  ${promises.join('\n  ')}\n`);
    });
  });
