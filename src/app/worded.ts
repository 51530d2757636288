import type { Action, Button, Worded } from '../domain/action.js';
import { LIMITS } from '../domain/limits.js';
import type { Say } from './say.js';

/** A messenger refuses what is longer, and nothing would be read at all. Cut at a line, else at a word. */
const fitted = (words: string, most: number): string => {
  if (words.length <= most) return words;
  const cut = words.slice(0, most - 1);
  const at = [cut.lastIndexOf('\n'), cut.lastIndexOf(' ')].find((place) => place > most / 2) ?? cut.length;
  return `${cut.slice(0, at).replace(/[\s\uD800-\uDBFF]+$/u, '')}…`;
};

const buttonRows = (rows: readonly (readonly Button[])[], say: Say): readonly (readonly Button<string>[])[] =>
  rows.map((row) => row.map((button) => ({ ...button, label: fitted(say(button.label), LIMITS.label) })));

/** An action with its words chosen. */
export const worded = (action: Action, say: Say): Worded => {
  switch (action.do) {
    case 'delete': {
      const { afterwards, otherwise, ...rest } = action;
      return {
        ...rest,
        ...(afterwards ? { afterwards: afterwards.map((next) => worded(next, say)) } : {}),
        ...(otherwise ? { otherwise: worded(otherwise, say) } : {}),
      };
    }
    case 'mute':
    case 'unmute':
    case 'remove':
    case 'admit':
    case 'read-only':
    case 'end-links':
    case 'rename':
    case 'pin':
      return action;
    case 'answer':
      return { ...action, text: fitted(say(action.text), LIMITS.snackBar) };
    case 'edit': {
      const { buttons, ...rest } = action;
      return {
        ...rest,
        text: fitted(say(action.text), LIMITS.text),
        ...(buttons ? { buttons: buttonRows(buttons, say) } : {}),
      };
    }
    case 'send': {
      const { buttons, otherwise, ...rest } = action;
      return {
        ...rest,
        text: fitted(say(action.text), LIMITS.text),
        ...(buttons ? { buttons: buttonRows(buttons, say) } : {}),
        ...(otherwise ? { otherwise: worded(otherwise, say) } : {}),
      };
    }
  }
};
