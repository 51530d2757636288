import type { Case } from '../../src/domain/case.js';
import type { ChatRef } from '../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import type { School } from './world.js';

/** Wednesday, 9 September 2026, 12:00 in Moscow. */
export const NOON = Date.UTC(2026, 8, 9, 9, 0);
/** So many days after that Wednesday, at this time of day in Moscow. */
export const at = (days: number, hours: number, minutes = 0): number =>
  NOON - 12 * HOUR + days * DAY + hours * HOUR + minutes * MINUTE;

/** Rude words. */
export const RUDE = 'Училка – дура, и Вы дуры!';
export const AGAIN = 'Клуши вы все, д у р ы';
export const SORRY = 'Я не ругался, это крик души';

/** Until that moment. */
export const until = async (school: School, moment: number): Promise<void> => {
  if (moment > school.clock.now()) await school.passes(moment - school.clock.now());
};

/** The parents' chat of 5А, in which everybody may be written to. */
export const opened = async (school: School, ...others: readonly string[]): Promise<ChatRef> => {
  const chat = await school.chat('class_parents');
  for (const who of ['p02', 'p03', 'k01', 'z01', 'd01', 'a01', ...others]) await school.allows(who);
  return chat;
};

/** All cases there are, the first first. */
export const cases = async (school: School): Promise<readonly Case[]> =>
  (await school.stores.records.all('case')).map(({ value }) => value).toSorted((a, b) => a.number - b.number);

/** The case about what was written last. */
export const latest = async (school: School): Promise<Case> => {
  const found = (await cases(school)).at(-1);
  if (found === undefined) throw new Error('there is no case');
  return found;
};

/** What is kept of what was taken away, the first first. */
export const evidence = async (school: School) =>
  (await school.stores.records.all('evidence')).toSorted((a, b) => a.id.localeCompare(b.id)).map(({ value }) => value);

/** [Не согласен(на)] under the notice, and these words; none: without an explanation. */
export const objects = async (school: School, who: string, words?: string): Promise<void> => {
  await school.presses(who, school.dialog(who), 'Не согласен(на)');
  if (words === undefined) await school.presses(who, school.dialog(who), 'Без пояснений');
  else await school.says(who, school.dialog(who), words);
};

/** A button under the latest card, and the words that are asked for. */
export const decides = async (
  school: School,
  who: string,
  what: 'Удовлетворить' | 'Отклонить',
  words: string,
): Promise<void> => {
  await school.presses(who, school.dialog(who), what);
  await school.says(who, school.dialog(who), words);
};

/** The last that the bot has written to somebody. */
export const last = (school: School, who: string): string | undefined => school.hears(school.dialog(who)).at(-1);

/** The same parent twice, 26 minutes apart: a warning, and then a limit of 24 hours. */
export const limited = async (school: School): Promise<ChatRef> => {
  const chat = await opened(school);
  await school.says('p02', chat, RUDE);
  await school.passes(26 * MINUTE);
  await school.says('p02', chat, AGAIN);
  return chat;
};
