import type { Answer } from '../../domain/question.js';
import { text } from '../../domain/text.js';
import { PROVISIONAL } from '../../roster/provisional.js';
import type { Call } from '../command.js';
import { loadList, lookAtList, type Sent, sentList } from '../roster-import.js';
import { administratorLack } from '../roster-look.js';
import { agreedToLoad, declined, type Heard, type Kept, type Shown, type Step, stay } from './step.js';
import { askWho, hearWho } from './who.js';

type Good = Extract<Awaited<ReturnType<typeof lookAtList>>, { preview: unknown }>;

const previewed = ({ preview, sent }: Good): Shown => ({
  words: preview.summary,
  options: [
    { id: 'load', label: text('button-list-load', { count: preview.toLoad.length }), look: 'positive' },
    { id: 'cancel', label: text('button-cancel'), look: 'secondary' },
  ],
  kept: { source: sent.source, ending: sent.ending, count: preview.toLoad.length },
});

const look = async (sent: Sent & { readonly size?: number }, call: Call): Promise<Heard> => {
  const looked = await lookAtList(sent, call);
  if ('refused' in looked) return stay('list-refused', looked.refused);
  const { preview } = looked;
  if (preview.people.length === 0) return stay('list-empty', preview.summary);
  if (preview.toLoad.length === 0) return { to: 'next', because: 'list-same', said: preview.summary };
  return { to: 'again', because: 'list-preview', shown: previewed(looked) };
};

const load = async ({ source = '', ending = '', count = 0 }: Kept, call: Call): Promise<Heard> => {
  const sent = { source: String(source), ending: String(ending) };
  const looked = await lookAtList(sent, call);
  if ('refused' in looked) return stay('list-gone', looked.refused);
  const { preview } = looked;
  // Somebody else may have loaded meanwhile: what was agreed to is what is loaded.
  if (preview.toLoad.length !== count) return look(sent, call);
  const loaded = await loadList(looked, call);
  const told = text('roster-loaded', { count: loaded.count });
  const [lacks] = administratorLack(preview.people, call);
  const said = lacks ? text('setup-then', { first: told, next: text('list-lacks', { lacks }) }) : told;
  if (loaded.candidates.length > 1)
    return { to: 'again', because: 'list-loaded', changes: loaded.changes, shown: askWho(loaded.candidates, said) };
  return { to: 'next', because: 'list-loaded', changes: loaded.changes, said };
};

const hear = async (answer: Answer, call: Call, kept: Kept): Promise<Heard> => {
  if (kept.who !== undefined) return hearWho(answer, call, String(kept.who));
  const asked = kept.source !== undefined;
  if (answer.option === 'load' || (asked && agreedToLoad(answer))) return load(kept, call);
  if (answer.option === 'cancel' || (asked && declined(answer)))
    return { to: 'again', because: 'list-cancelled', shown: { words: text('list-cancelled'), options: [] } };
  if (answer.option === 'there') return { to: 'next', because: 'list-there', said: text('setup-accepted') };
  const sent = sentList(call);
  return sent ? look(sent, call) : stay('list-form', text('list-send'));
};

/** Step 2: the school's people. Nothing is stored before somebody has seen what it comes to. */
export const list: Step = {
  show: async ({ people }) => {
    const there = (await people.all()).filter(({ id }) => id !== PROVISIONAL.id).length;
    return {
      words: there > 0 ? text('setup-list-there', { count: there }) : text('setup-list'),
      options: there > 0 ? [{ id: 'there', label: text('button-list-there'), look: 'secondary' }] : [],
    };
  },
  hear,
};
