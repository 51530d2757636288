import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { z } from 'zod';
import type { Action } from '../../domain/action.js';
import type { Change } from '../../domain/change.js';
import { type Chat, chatVars } from '../../domain/chat.js';
import { keep } from '../../domain/records.js';
import { text } from '../../domain/text.js';
import { DAY } from '../../domain/time.js';
import type { Known } from '../known.js';
import { reachResponsible } from '../membership-cards.js';
import { isPaused } from '../own-posts.js';
import { defineJob } from './job.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const MONDAY = 1;
const WEEK = 7 * DAY;

/** What happened in the chat in the week that has passed: hidden, objected to, taken back. */
const done = async ({ ref }: Chat, { records, now }: Known) => {
  const cases = (await records.all('case')).map(({ value }) => value);
  const lately = cases.filter(({ chat, opened }) => chat === ref && now - opened < WEEK);
  return {
    hidden: lately.length,
    disputed: lately.filter(({ appeal }) => appeal !== undefined).length,
    reversed: lately.filter(({ wrong }) => wrong === true).length,
  };
};

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, one) => all + one, 0);

const lines = (would: Readonly<Record<string, number>>) =>
  Object.entries(would)
    .toSorted(([, a], [, b]) => b - a)
    .map(([rule, count]) => text('forecast-line', { rule: text('rule-name', { rule }), count }));

/**
 * Every Monday: to whoever answers for a chat that is only watched, or in which some rules only watch, what would have
 * been hidden in the week and was not, beside what was hidden and objected to.
 */
export const forecast = defineJob({
  name: 'forecast',
  daily: '09:00',
  data: z.object({}),
  run: async (_, due, known) => {
    if (dayjs(due).tz(known.zone).day() !== MONDAY) return { actions: [], changes: [], because: 'not monday' };
    const actions: Action[] = [];
    const changes: Change[] = [];
    for (const chat of await known.chats.all()) {
      const held = await known.records.get('forecast', chat.ref);
      if (held === undefined || (await isPaused(chat, known))) continue;
      const { would } = held.value;
      const words = text(`forecast-${chat.mode}`, {
        ...chatVars(chat),
        ...(await done(chat, known)),
        count: sum(would),
        lines: lines(would),
      });
      for (const { to } of await reachResponsible(chat, known)) actions.push({ do: 'send', to, text: words });
      changes.push(keep('forecast', chat.ref, null, held));
    }
    return { actions, changes, because: actions.length > 0 ? 'told' : 'nothing' };
  },
});
