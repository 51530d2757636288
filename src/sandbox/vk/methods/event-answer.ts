import { z } from 'zod';
import { answer } from '../presses.js';
import { refuse } from '../refused.js';
import type { Method } from './method.js';

const EventData = z.discriminatedUnion('type', [
  z.object({ type: z.literal('show_snackbar'), text: z.string().min(1).max(90) }),
  z.object({ type: z.literal('open_link'), link: z.string() }),
  z.object({ type: z.literal('open_app'), app_id: z.number() }),
]);

export const sendMessageEventAnswer: Method = ({ world, params }) => {
  const given = params.has('event_data') ? EventData.safeParse(params.json('event_data')) : undefined;
  if (given?.success === false || params.text('event_data').length > 1000) refuse(100, 'event_data is invalid');
  const text = given?.data.type === 'show_snackbar' ? given.data.text : '';
  answer(world, params.text('event_id'), params.int('user_id'), params.int('peer_id'), text);
  return 1;
};
