import type { AccountRef, ChatRef } from '../../src/domain/refs.js';
import { accountOf, roster, type School, type SchoolOptions, TEACHER } from './world.js';

/** Wednesday, 2 September 2026, 10:00 in Moscow. */
export const TEN = Date.UTC(2026, 8, 2, 7, 0);

/** A school in which the parents are not linked yet, at ten o'clock on 2 September. */
export const inviting = (policy: 'school-21' | 'oosh-19' = 'school-21'): SchoolOptions => ({
  at: TEN,
  policy,
  unlinked: roster.filter(({ role }) => role === 'parent').map(({ id }) => id),
});

/** A registered chat with only these people and the bot in it. */
export const chatWith = async (
  school: School,
  inside: readonly string[],
  ...of: Parameters<School['chat']>
): Promise<ChatRef> => {
  const chat = await school.chat(...of);
  const wanted = inside.map(accountOf);
  const members: readonly AccountRef[] = school
    .members(chat)
    .filter((one) => one.endsWith(':bot') || wanted.includes(one));
  school.platform.world.change(chat, { members });
  return chat;
};

/** The parents' chat of 5А with its teacher in it. */
export const parentsChat = async (school: School): Promise<ChatRef> => chatWith(school, [TEACHER], 'class_parents');

/** The card that was issued last for somebody, as its issuer got it. */
export const cardFor = (school: School, name: string, issuer = TEACHER) => {
  const words = school.hears(school.dialog(issuer)).findLast((one) => one.includes(`Кому: ${name}`)) ?? '';
  const code = /Код: ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(words)?.[1] ?? '';
  return { words, code, link: /https:\/\/\S+/.exec(words)?.[0] ?? '' };
};

/** The latest link of a chat that somebody was sent. */
export const doorOf = (school: School, who: string): string => {
  const words = school.hears(school.dialog(who)).findLast((one) => one.includes('/join/')) ?? '';
  return /https:\/\/\S+\/join\/\S+/.exec(words)?.[0] ?? '';
};

export const inviteOf = async (school: School, person: string) =>
  (await school.stores.records.all('invite')).find(({ value }) => value.person === person)?.value;

/** Issues what a preview offers. */
export const issues = async (school: School, words = '/приглашения 5А родители', who = TEACHER): Promise<void> => {
  await school.says(who, school.dialog(who), words);
  await school.presses(who, school.dialog(who), 'Выпустить');
};

/** Claims an invite by its card, and comes into the chat by the link that follows. */
export const claims = async (school: School, who: string, name: string): Promise<boolean> => {
  await school.says(who, school.dialog(who), `/код ${cardFor(school, name).code}`);
  return school.follows(who, doorOf(school, who));
};
