import type { Post } from '../../ports/post.js';

/** A post within one process. */
export const memoryPost = (now: () => number = Date.now): Post => {
  let held: { readonly owner: string; readonly until: number } | undefined;
  return {
    hold: async (owner, ms) => {
      if (held && held.owner !== owner && held.until > now()) return false;
      held = { owner, until: now() + ms };
      return true;
    },
    leave: async (owner) => {
      if (held?.owner === owner) held = undefined;
    },
  };
};
