import { cancel, confirm, type Moved } from '../cases/decisions.js';
import type { Case } from '../domain/case.js';
import type { Chat } from '../domain/chat.js';
import { type Held, keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { unlessOpen, word } from './case-deciding.js';
import { hiddenNotice } from './case-notice.js';
import type { Call, Reply } from './command.js';
import { tellComplainants } from './complaint-told.js';
import { removedFiles } from './removed-files.js';
import { here } from './reply.js';

const caseAfter = (moved: Moved): Case | undefined => ('unmoved' in moved ? undefined : moved.matter.case);

/** What has been hidden meanwhile is nothing to decide about here: it has its own card. */
const unlessStands = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply | undefined> =>
  held.value.removed === 'kept' || held.value.decided
    ? unlessOpen(held, chat, call)
    : { actions: [here(call, text('complaint-hidden-already'))], changes: [], because: 'hidden-already' };

const matterOf = ({ id, value }: Held<'case'>) => ({ id, case: value, conduct: { strikes: [] } });

/** The complaint was right: the message goes, its author hears by whom and how to object; nothing is counted. */
export const hide = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply> => {
  const stopped = await unlessStands(held, chat, call);
  if (stopped) return stopped;
  const one = caseAfter(confirm(matterOf(held), word(undefined, call)));
  if (one === undefined) return { actions: [], changes: [], because: 'decided-before' };
  const hidden: Case = { ...one, removed: 'deleted', by: call.person?.id ?? '' };
  return {
    actions: [
      here(call, text('complaint-done-hidden', { number: one.number })),
      ...(await tellComplainants(hidden, call)),
    ],
    changes: [keep('case', held.id, hidden, held), ...(await filesOf(held, call))],
    asks: [await hiddenNotice(held.id, hidden, chat, call)],
    because: 'hidden',
  };
};

/** What it was about does not come back as a file either. */
const filesOf = async ({ id }: Held<'case'>, call: Call) => {
  const handles = (await call.records.get('evidence', id))?.value.whole?.handles ?? [];
  const attachments = handles.map((handle) => ({ kind: 'other' as const, words: [], handle }));
  return removedFiles({ attachments, forwarded: [] }, call);
};

/** There is nothing to hide: it stays, and its author never hears of it. */
export const leave = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply> => {
  const stopped = await unlessStands(held, chat, call);
  if (stopped) return stopped;
  const one = caseAfter(cancel(matterOf(held), word(undefined, call), false));
  if (one === undefined) return { actions: [], changes: [], because: 'decided-before' };
  return {
    actions: [here(call, text('complaint-done-left', { number: one.number })), ...(await tellComplainants(one, call))],
    changes: [keep('case', held.id, one, held)],
    because: 'left',
  };
};
