import { type Call, defineCommand, type Reply } from '../src/app/command.js';
import { allTerms, termsFor } from '../src/app/editions-terms.js';
import { here, privately } from '../src/app/reply.js';
import { text } from '../src/domain/text.js';

/** Longer words are no term. */
const LONGEST = 60;

const list = (call: Call): Reply => {
  const names = allTerms(call);
  const words = names.length === 0 ? text('glossary-none') : text('glossary-all', { names: names.join(', ') });
  return { actions: [privately(call, words, text('group-glossary'))], changes: [], because: 'all' };
};

export default defineCommand({
  name: 'словарь',
  english: 'glossary',
  where: 'both',
  needs: 'read-regulation',
  help: 'help-glossary',

  args: (tail) => {
    const word = tail.replace(/[«»"]/gu, '').trim();
    return word.length > LONGEST
      ? { ok: false, text: text('glossary-form') }
      : { ok: true, value: word.replace(/^(?:что такое|что значит)\s+/iu, '').replace(/\?+$/u, '') };
  },

  run: (word, call) => {
    if (word === '') return list(call);
    const lines = termsFor(word, call);
    if (lines.length === 0)
      return { actions: [here(call, text('glossary-unknown', { word }))], changes: [], because: 'unknown' };
    const words = text('glossary', { lines });
    return { actions: [privately(call, words, text('group-glossary-term'))], changes: [], because: 'told' };
  },

  examples: [
    { say: '/словарь Сферум', by: 'parent', answers: 'glossary' },
    { say: '/glossary учебный профиль', by: 'stranger', answers: 'glossary' },
    { say: '/словарь', by: 'student', answers: 'glossary-all' },
    { say: '/словарь крокодил', by: 'parent', answers: 'glossary-unknown', refused: true },
  ],
});
