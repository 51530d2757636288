import type { PlatformName } from '../domain/refs.js';
import { type Platform, Weather } from '../ports/platform.js';

/** @throws Weather for a messenger that is not served (any more): what concerns it waits. */
export const among =
  (platforms: readonly Platform[]) =>
  (name: PlatformName): Platform => {
    const found = platforms.find((platform) => platform.name === name);
    if (found === undefined) throw new Weather(`${name} is not served`);
    return found;
  };
