import type { Say } from '../app/say.js';
import type { Standing } from '../domain/clause.js';
import type { Message } from '../domain/message.js';
import { text } from '../domain/text.js';
import { type Explanation, explain } from '../moderation/explain.js';
import type { Facts } from '../moderation/facts.js';
import { subjectOf } from '../moderation/subject.js';

const sentence = (one: Explanation, say: Say): string => {
  const { rule } = one;
  switch (one.why) {
    case 'no-ground':
      return say(text('trace-no-ground', { rule }));
    case 'broken':
      return say(text('trace-broken', { rule, detail: one.detail }));
    case 'found':
    case 'signal': {
      const sure = Math.round(one.confidence * 100);
      const evidence = one.evidence === '' ? 'none' : one.evidence;
      return say(text(`trace-${one.why}`, { rule, evidence, sure, costs: one.costs }));
    }
    case 'spared':
      return say(text('trace-spared', { rule, words: one.words, because: one.because }));
    case 'nothing':
      return say(text('trace-nothing', { rule }));
  }
};

/** How a text was read, and for each rule, in a sentence, why it did or did not speak. */
export const traceOf = (message: Message, facts: Facts, standing: Standing, say: Say) => {
  const { normal, words } = subjectOf(message.text);
  return {
    normal: normal.text,
    words: words.map(({ how, text: read }) => `${how}: ${read}`),
    rules: explain(message, facts, standing).map((one) => sentence(one, say)),
  };
};
