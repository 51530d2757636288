import type { Action } from '../domain/action.js';
import { text } from '../domain/text.js';
import type { Category } from '../domain/verdict.js';
import type { Reply } from './command.js';
import type { Incident } from './incident.js';
import type { Known } from './known.js';
import { cited } from './may.js';
import { isQuiet } from './quiet.js';

/** What a chat may be told of; of everything else no word in public. */
const TOLD: Readonly<Partial<Record<Category, string>>> = {
  obscene: 'group-hidden',
  insult: 'group-hidden',
  'personal-data': 'group-hidden-data',
};

/** A word to the chat that something was taken away, which names nobody; none in quiet hours. */
export const groupNote = async (
  { finding, chat }: Pick<Incident, 'finding' | 'chat'>,
  { now, zone, settings }: Known,
): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const key = TOLD[finding.category];
  if (key === undefined || isQuiet(now, await settings(), zone)) return { actions: [], changes: [] };
  const note: Action = { do: 'send', to: chat.ref, text: text(key, { cited: cited(finding.citation) }) };
  return { actions: [note], changes: [] };
};
