import { announcementsNow, type BoardRow } from '../app/announcements-board.js';
import { settingsReader } from '../app/settings.js';
import type { Open } from '../main/store.js';

/** A row in the school's words. */
export type BroadcastView = Omit<BoardRow, 'audience'> & { readonly audience: string };

/** How the announcements go, for the page: numbers without names or texts. */
export const broadcasts =
  ({ stores, beginning, say }: Pick<Open, 'stores' | 'beginning' | 'say'>) =>
  async (): Promise<readonly BroadcastView[]> => {
    const { records, people, chats } = stores;
    const settings = settingsReader(records, beginning.given);
    const rows = await announcementsNow({ records, people, chats, settings, now: Date.now() });
    return rows.map(({ audience, ...row }) => ({ ...row, audience: say(audience) }));
  };
