import type { Option } from '../../domain/question.js';
import { text } from '../../domain/text.js';
import { inBrackets } from '../grounds.js';
import { listed } from './chat-lines.js';
import { chatPlan, planned } from './chat-plan.js';
import { agreed, type Heard, putOff, type Step, stay } from './step.js';

const done = (because: string): Heard => ({ to: 'next', because });
const LATER: Option = { id: 'later', label: text('button-setup-later'), look: 'secondary' };

/** Step 3: the staff's class on the platform comes before all others. */
export const room: Step = {
  show: async () => ({
    words: text('setup-room'),
    options: [{ id: 'made', label: text('button-setup-room'), look: 'positive' }],
  }),
  hear: async (answer, call) => {
    if (answer.option === 'made' || agreed(answer)) return done('room');
    if (/класс/iu.test(answer.words ?? ''))
      return stay('room-first', text('setup-room-first', { cited: inBrackets('TEACHERS_ROOM', call) }));
    return stay('room-form', text('setup-room-form'));
  },
};

/** Step 4: the two channels that every school has. */
export const channels: Step = {
  show: async () => ({
    words: text('setup-channels'),
    options: [{ id: 'made', label: text('button-setup-channels'), look: 'positive' }, LATER],
  }),
  hear: async (answer) => {
    if (answer.option === 'made' || agreed(answer)) return done('channels');
    if (answer.option === 'later' || putOff(answer)) return done('channels-later');
    return stay('channels-form', text('setup-channels-form'));
  },
};

/** Step 5: which chats the school has to have, which it may have, and which are registered already. */
export const chats: Step = {
  show: async (call) => {
    const plan = await chatPlan(call);
    const registered = await call.chats.all();
    return {
      words: text('setup-chats', {
        plan: plan.called,
        required: plan.required.length,
        optional: plan.optional.length,
        classes: plan.classes.join(', ') || text('setup-none'),
        requiredLines: listed(planned(plan.required, registered)),
        optionalLines: listed(planned(plan.optional, registered)),
      }),
      options: [{ id: 'next', label: text('button-setup-next'), look: 'primary' }],
    };
  },
  hear: async (answer) =>
    answer.option === 'next' || agreed(answer) ? done('chats') : stay('chats-form', text('setup-chats-form')),
};
