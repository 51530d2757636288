import { z } from 'zod';
import { shortName } from '../../domain/names.js';
import { keep } from '../../domain/records.js';
import { text } from '../../domain/text.js';
import { trimmed } from '../evidence.js';
import { defineJob } from './job.js';

/** What was hidden by mistake stands in the chat again, in the bot's name; with the author's own only if the author agreed. */
export const messageReturn = defineJob({
  name: 'message-return',
  data: z.object({ case: z.string(), named: z.enum(['yes', 'no']) }),
  run: async ({ case: id, named }, _due, { records, chats, people }) => {
    const [held, evidence] = await Promise.all([records.get('case', id), records.get('evidence', id)]);
    const whole = evidence?.value.whole;
    const chat = held && (await chats.find(held.value.chat));
    if (held === undefined || evidence === undefined || whole === undefined || chat === undefined)
      return { actions: [], changes: [], because: 'gone' };
    const person = held.value.person === undefined ? undefined : await people.find(held.value.person);
    const who = named === 'yes' && person ? shortName(person) : '';
    const words = text('group-returned', { named: who === '' ? 'no' : 'yes', who, words: whole.text.trim() });
    return {
      actions: [{ do: 'send', to: chat.ref, text: words }],
      changes: [
        keep('evidence', id, trimmed(evidence.value), evidence),
        { put: 'no-timer', key: `evidence-trim:${id}` },
      ],
      because: 'returned',
      ...(held.value.person && { about: held.value.person }),
    };
  },
});
