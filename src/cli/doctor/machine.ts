import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { policyNow } from '../../app/editions.js';
import type { Say } from '../../app/say.js';
import type { Config } from '../../config.js';
import { text } from '../../domain/text.js';
import { freeShare } from '../../main/disk.js';
import type { Data } from '../../main/store.js';
import { inProject } from '../../project-root.js';
import { editionAt } from '../../regulation/cite.js';
import { defectLine } from '../../regulation/defect.js';
import { lintNames } from '../../regulation/lint.js';
import { BadPolicy, loadPolicy, policySources } from '../../storage/policy.js';
import { policyLines } from '../policy-lines.js';
import { advice, bad, type Finding, good } from './finding.js';

/** The bot itself stops taking in at less; there must be time to act before. */
const LEAST_FREE = 0.1;

/** With what was adopted while the bot ran, as far as its data can be read. */
export const lookAtPolicy = async (
  { POLICY_DIR, TIME_ZONE }: Config,
  data: Pick<Data, 'stores'> | undefined,
  say: Say,
): Promise<readonly Finding[]> => {
  const name = say(text('doctor-policy'));
  const mend = say(text('doctor-policy-mend'));
  try {
    const policy = await loadPolicy(inProject(POLICY_DIR), TIME_ZONE);
    const whole = data === undefined ? policy : await policyNow({ policy, records: data.stores.records });
    const edition = editionAt(whole, Date.now());
    if (edition === null) return [bad(name, say(text('doctor-policy-none')), mend)];
    const unread = lintNames(await policySources(inProject(POLICY_DIR)));
    return [
      good(name, say(text('doctor-policy-edition', { edition: edition.requisites.inForceFrom }))),
      ...unread.map((defect) => advice(name, say(defectLine(defect)), mend)),
    ];
  } catch (error) {
    if (!(error instanceof BadPolicy)) throw error;
    return policyLines(error, say).map((defect) => bad(name, defect, mend));
  }
};

export const lookAtMode = ({ MODE }: Config, say: Say): Finding =>
  good(say(text('doctor-mode')), say(text(MODE === 'act' ? 'doctor-mode-act' : 'doctor-mode-observe')));

export const lookAtTime = ({ TIME_ZONE, LOCALE }: Config, say: Say): Finding =>
  good(
    say(text('doctor-time')),
    `${new Date().toLocaleString(LOCALE, { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' })}, ${TIME_ZONE}`,
  );

/** With a given Redis and key there need be no data folder yet. */
const existing = (folder: string): string =>
  existsSync(folder) || path.dirname(folder) === folder ? folder : existing(path.dirname(folder));

export const lookAtDisk = async ({ DATA_DIR }: Config, say: Say): Promise<Finding> => {
  const free = await freeShare(existing(path.resolve(DATA_DIR)));
  const detail = say(text('doctor-disk-free', { percent: Math.floor(free * 100) }));
  return free < LEAST_FREE
    ? bad(say(text('doctor-disk')), detail, say(text('doctor-disk-mend')))
    : good(say(text('doctor-disk')), detail);
};

const deviceOf = async (file: string): Promise<number | undefined> =>
  stat(file).then(
    ({ dev }) => dev,
    () => undefined,
  );

/** Whoever steals or loses the disk should not have the key with it. */
export const lookAtKey = async ({ ENCRYPTION_KEY, DATA_DIR, REDIS_URL }: Config, say: Say): Promise<Finding> => {
  const name = say(text('doctor-key'));
  if (ENCRYPTION_KEY !== undefined) return good(name, say(text('doctor-key-given')));
  const [key, data] = await Promise.all(
    ['keys/master.key', 'redis'].map((part) => deviceOf(path.join(DATA_DIR, part))),
  );
  if (REDIS_URL !== undefined || key !== data) return good(name, say(text('doctor-key-apart')));
  return advice(name, say(text('doctor-key-beside')), say(text('doctor-key-beside-mend')));
};
