import { inChat } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { chatRulesAt, cite } from '../regulation/cite.js';
import { rulesOfChat, shortRules } from '../regulation/short-rules.js';
import type { Call } from './command.js';
import { cited } from './may.js';

/** How a decision comes about, as far as the adopted rules have it: what a bot does, what people do, how to object. */
const explained = ({ policy, now }: Pick<Call, 'policy' | 'now'>): readonly Text[] => {
  const [measure, appeal] = [cite(policy, 'MEASURE', now), cite(policy, 'APPEAL', now)];
  return [
    text('rules-how'),
    measure ? text('rules-measures', { cited: cited(measure) }) : text('rules-no-measures'),
    ...(appeal ? [text('rules-appeal', { cited: cited(appeal) })] : []),
  ];
};

/** The short rules, of which only what the school has adopted is said; in a dialog also how decisions come about. */
export const rulesHere = async (call: Call): Promise<Text> => {
  const { policy, now } = call;
  const { quietHours } = await call.settings();
  if (inChat(call.place)) return rulesOfChat(policy, quietHours, now) ?? text('group-no-rules');
  const rules = shortRules(policy, quietHours, now);
  return text('rules-explained', {
    rules: rules.length === 0 ? text('rules-none') : rules,
    own: chatRulesAt(policy, now) === null ? text('rules-not-adopted') : '',
    how: explained(call),
  });
};
