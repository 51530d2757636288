import { type Given, OWN_SETTINGS, type Settings, settingsOf } from '../domain/settings.js';
import type { Records } from '../ports/stores.js';

/**
 * The settings in force. They are read when a decision first asks, at most once, so that one that asks nothing – a chat's
 * usual message – costs no round trip, and every process sees what another one has just changed.
 */
export const settingsReader = (records: Records, policy: Given): (() => Promise<Settings>) => {
  let read: Promise<Settings> | undefined;
  const look = async () => settingsOf(policy, (await records.get('settings', OWN_SETTINGS))?.value ?? {});
  return () => {
    read ??= look();
    return read;
  };
};
