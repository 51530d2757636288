import type { Action, Button, Worded } from '../domain/action.js';
import type { Say } from './say.js';

const buttonRows = (rows: readonly (readonly Button[])[], say: Say): readonly (readonly Button<string>[])[] =>
  rows.map((row) => row.map((button) => ({ ...button, label: say(button.label) })));

/** An action with its words chosen. */
export const worded = (action: Action, say: Say): Worded => {
  switch (action.do) {
    case 'delete': {
      const { afterwards, otherwise, ...rest } = action;
      return {
        ...rest,
        ...(afterwards ? { afterwards: worded(afterwards, say) } : {}),
        ...(otherwise ? { otherwise: worded(otherwise, say) } : {}),
      };
    }
    case 'mute':
    case 'unmute':
    case 'remove':
    case 'pin':
      return action;
    case 'answer':
      return { ...action, text: say(action.text) };
    case 'edit': {
      const { buttons, ...rest } = action;
      return { ...rest, text: say(action.text), ...(buttons ? { buttons: buttonRows(buttons, say) } : {}) };
    }
    case 'send': {
      const { buttons, otherwise, ...rest } = action;
      return {
        ...rest,
        text: say(action.text),
        ...(buttons ? { buttons: buttonRows(buttons, say) } : {}),
        ...(otherwise ? { otherwise: worded(otherwise, say) } : {}),
      };
    }
  }
};
