import { z } from 'zod';
import { refuse } from './refused.js';
import type { Keyboard } from './state.js';

const Button = z.object({
  action: z.object({
    type: z.enum(['text', 'callback', 'open_link', 'location', 'open_app', 'vkpay', 'open_photo']),
    label: z.string().min(1).max(40).optional(),
    payload: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
    link: z.url().optional(),
  }),
  color: z.enum(['primary', 'secondary', 'default', 'negative', 'positive']).optional(),
});
const Wire = z.object({
  inline: z.boolean().optional(),
  one_time: z.boolean().optional(),
  buttons: z.array(z.array(Button).min(1).max(5)),
});

const LABELLED = new Set(['text', 'callback', 'open_link']);

const payloadText = (payload: string | object): string =>
  typeof payload === 'string' ? payload : JSON.stringify(payload);

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const limits = (inline: boolean) => (inline ? { rows: 6, buttons: 10 } : { rows: 10, buttons: 40 });

/** A keyboard within VK's limits; anything else is refused with 911. */
export const readKeyboard = (given: unknown): Keyboard => {
  const parsed = Wire.safeParse(given);
  if (!parsed.success) return refuse(911, parsed.error.issues[0]?.path.join('.'));
  const { inline, one_time, buttons } = parsed.data;
  const most = limits(inline === true);
  const all = buttons.flat();
  if (buttons.length > most.rows || all.length > most.buttons) return refuse(911, 'too many buttons');
  for (const { action } of all) {
    if (LABELLED.has(action.type) && action.label === undefined) return refuse(911, 'label is missing');
    if (action.type === 'open_link' && action.link === undefined) return refuse(911, 'link is missing');
    const payload = payloadText(action.payload ?? '{}');
    if (Buffer.byteLength(payload) > 255 || !isJson(payload)) return refuse(911, 'payload');
  }
  return {
    ...(inline !== undefined && { inline }),
    ...(one_time !== undefined && { one_time }),
    buttons: buttons.map((row) => row.map(plain)),
  };
};

const plain = ({ action, color }: z.output<typeof Button>): Keyboard['buttons'][number][number] => ({
  action: {
    type: action.type,
    ...(action.label !== undefined && { label: action.label }),
    ...(action.link !== undefined && { link: action.link }),
    ...(action.payload !== undefined && { payload: payloadText(action.payload) }),
  },
  ...(color !== undefined && { color }),
});
