import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { demoSchool, demoTelegram, emptySchool, emptyTelegram } from './demo/school.js';
import { keepSaved, loadWorld } from './saved-world.js';
import * as telegram from './telegram/index.js';
import * as vk from './vk/index.js';

/** A world saved by an earlier version may lack somebody. */
const withEverybody = <T extends { readonly state: { readonly people: readonly object[] } }>(
  saved: T | undefined,
  people: readonly object[],
): { readonly saved?: T } => (saved ? { saved: { ...saved, state: { ...saved.state, people } } } : {});

/** The messengers of the sandbox as they were left in this folder, over the same people. */
export const openWorlds = async (folder: string, empty: boolean) => {
  const files = { vk: path.join(folder, 'world.json'), telegram: path.join(folder, 'telegram.json') };
  const [savedVk, savedTelegram] = await Promise.all([
    loadWorld<vk.Snapshot>(files.vk),
    loadWorld<telegram.Snapshot>(files.telegram),
  ]);
  const definition = empty ? emptySchool : demoSchool;
  const played = {
    vk: vk.createSandboxVk({ definition, ...withEverybody(savedVk, definition.people) }),
    telegram: telegram.createSandboxTelegram({
      definition: empty ? emptyTelegram : demoTelegram,
      ...withEverybody(savedTelegram, definition.people),
    }),
  };
  return {
    played,
    register: async (app: FastifyInstance): Promise<void> => {
      await played.vk.register(app, { prefix: '/vk' });
      await played.telegram.register(app, { prefix: '/telegram' });
    },
    /** Writes both worlds some time after each change. Returns a last write. */
    keep: (onTrouble: (error: unknown) => void): (() => Promise<void>) => {
      const last = [keepSaved(files.vk, played.vk, onTrouble), keepSaved(files.telegram, played.telegram, onTrouble)];
      return async () => void (await Promise.all(last.map((write) => write())));
    },
  };
};
