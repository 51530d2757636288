import type { ChatRef } from '../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import type { School, SchoolOptions } from './world.js';

/** Wednesday, 23 September 2026, 12:00 in Moscow. */
export const WEDNESDAY = Date.UTC(2026, 8, 23, 9);
/** Friday, 25 September 2026, 18:30. */
export const MEETING = Date.UTC(2026, 8, 25, 15, 30);

export const LINE = 'Собрание 5А в пятницу в 18:30, повестка: итоги адаптации; питание; разное';
export const CALL = 'https://vk.com/call/join/TEST';

export const meeting = (policy: SchoolOptions['policy'] = 'school-21', at = WEDNESDAY): SchoolOptions => ({
  at,
  ...(policy && { policy }),
});

/** The chat of the class's parents, who all let the bot write to them. */
export const parents = async (school: School): Promise<ChatRef> => {
  const chat = await school.chat('class_parents', { class: '5А' });
  for (const who of ['p01', 'p02', 'p03', 'k01', 'u01']) await school.allows(who);
  return chat;
};

/** What the bot said last to somebody alone. */
export const last = (school: School, who: string): string => school.hears(school.dialog(who)).at(-1) ?? '';

/** Steps 1 and 2 of SC-08. */
export const announced = async (school: School, line = LINE): Promise<ChatRef> => {
  const chat = await parents(school);
  await school.says('k01', school.dialog('k01'), line);
  await school.says('k01', school.dialog('k01'), CALL);
  await school.presses('k01', school.dialog('k01'), 'Опубликовать');
  return chat;
};

/** Lets time pass until a moment. */
export const until = (school: School, at: number): Promise<void> => school.passes(at - school.clock.now());

/** What the bot has said in a chat, besides hanging up the rules. */
export const said = (school: School, chat: ChatRef): readonly string[] =>
  school.hears(chat).filter((words) => !words.startsWith('Правила нашего чата'));

/** An hour of a day of September 2026, in Moscow. */
export const at = (day: number, hour: number, minute = 0): number =>
  Date.UTC(2026, 8, 1) + (day - 1) * DAY + (hour - 3) * HOUR + minute * MINUTE;
