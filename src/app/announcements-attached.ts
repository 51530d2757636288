import type { Action } from '../domain/action.js';
import type { Announcement } from '../domain/announcement.js';
import type { PlatformName } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { publisherDialog } from './announcements-facts.js';
import { postOf } from './announcements-words.js';
import type { Known } from './known.js';

/** Whether the words fit below the file in one message there. */
export const fits = async (announcement: Announcement, platform: PlatformName, known: Known): Promise<boolean> =>
  known.say(await postOf(announcement, known, 'attached')).length <=
  known.messenger(platform).capabilities.captionLimit;

/** The messenger has the file under these names; under none: it goes by the button there. */
export const withAttached = (
  announcement: Announcement,
  platform: PlatformName,
  names: readonly string[],
): Announcement => ({ ...announcement, attached: { ...announcement.attached, [platform]: [...names] } });

/** Where new words do not fit below the file any more, it goes by the button. */
export const stillFitting = async (announcement: Announcement, known: Known): Promise<Announcement> => {
  let fitting = announcement;
  for (const platform of platformsWithFile(announcement))
    if (!(await fits(announcement, platform, known))) fitting = withAttached(fitting, platform, []);
  return fitting;
};

/** Messengers in which the file goes with the words. */
export const platformsWithFile = ({ attached = {} }: Announcement): readonly PlatformName[] =>
  Object.entries(attached).flatMap(([platform, names]) => (names.length > 0 ? [platform as PlatformName] : []));

/** Whoever published it reads once that the file does not go with the words everywhere, and how it can be had. */
export const tellUnfiled = async (
  announcement: Announcement,
  why: 'refused' | 'long' | 'gone',
  known: Known,
): Promise<{ readonly actions: readonly Action[]; readonly announcement: Announcement }> => {
  if (announcement.unfiled) return { actions: [], announcement };
  const words = text('announce-unfiled', { number: announcement.number, why });
  const reached = await publisherDialog(announcement, known);
  return {
    actions: reached.map(({ to }) => ({ do: 'send', to, text: words }) as const),
    announcement: { ...announcement, unfiled: true },
  };
};
