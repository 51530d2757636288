import { boardNow, type MoveRow } from '../app/migration-board.js';
import { settingsReader } from '../app/settings.js';
import type { PlatformName } from '../domain/refs.js';
import type { Open } from '../main/store.js';
import type { Platform } from '../ports/platform.js';

/** How the old chats of the school are moved, for the page. Nobody there is real: small groups are counted too. */
export const movesBoard =
  (
    { stores, beginning, config }: Pick<Open, 'stores' | 'beginning' | 'config'>,
    messenger: (name: PlatformName) => Platform,
  ) =>
  async (): Promise<readonly MoveRow[]> => {
    const { records, people, chats } = stores;
    const settings = settingsReader(records, beginning.given);
    return boardNow({
      ...{ records, people, chats, messenger, now: Date.now(), zone: config.TIME_ZONE },
      settings: async () => ({ ...(await settings()), smallGroup: 0 }),
    });
  };
