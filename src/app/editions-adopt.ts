import { z } from 'zod';
import type { Action } from '../domain/action.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { editionAt } from '../regulation/cite.js';
import type { Draft, Edition } from '../regulation/edition.js';
import { type Enactment, enact } from '../regulation/life.js';
import { midnight, type Policy } from '../regulation/policy.js';
import { shownDate } from './acknowledging.js';
import type { Call, Reply } from './command.js';
import { draftOf, policyNow, readShelf } from './editions.js';
import { NEWS } from './editions-news.js';
import { dialogsOf } from './people-who.js';
import { notBeforeNow } from './quiet.js';
import { here } from './reply.js';

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

/** To whoever brought it, when somebody else has decided. */
const tellBringer = async (by: string, words: Text, call: Call): Promise<readonly Action[]> => {
  const bringer = by === call.person?.id ? undefined : await call.people.find(by);
  const told = await dialogsOf(bringer ? [bringer] : [], call);
  return told.map(({ to }): Action => ({ do: 'send', to, text: words }));
};

const adoptedWords = ({ requisites: { inForceFrom } }: Edition, { now, zone }: Call): Text =>
  text('edition-adopted', {
    date: shownDate(inForceFrom),
    stage: midnight(inForceFrom, zone) <= now ? 'in-force' : 'adopted',
  });

const ofDate = (policy: Policy, { requisites }: Edition): boolean =>
  policy.editions.some(({ document }) => document.requisites.inForceFrom === requisites.inForceFrom);

/** Whether a draft may come into force; an edition that was adopted is never replaced by another one of its date. */
export const enactable = (policy: Policy, draft: Draft, now: number): Enactment => {
  const enactment = enact(policy, draft, now);
  if (enactment.edition === undefined || !ofDate(policy, enactment.edition)) return enactment;
  return { refused: text('edition-same-date', { date: shownDate(enactment.edition.requisites.inForceFrom) }) };
};

/**
 * Puts a draft on the shelf. Everything is looked at again: since it was shown somebody else may have adopted another
 * one. From its date it is in force by itself, and the one before it is not.
 */
export const adopt = async (id: string, call: Call): Promise<Reply> => {
  const [policy, found, { shelf, change }] = await Promise.all([
    policyNow(call),
    draftOf(call.records, id),
    readShelf(call.records),
  ]);
  if (found === undefined) return said(call, text('edition-gone'), 'edition-gone');
  if (found.held.value.adopted) return said(call, text('edition-already'), 'edition-already');
  const { edition, refused } = enactable(policy, found.draft, call.now);
  if (refused) return said(call, refused, 'edition-refused');
  const current = editionAt(policy, call.now)?.requisites.inForceFrom;
  const by = call.person?.id ?? '';
  const words = adoptedWords(edition, call);
  const value = { ...found.held.value, document: z.json().parse(edition), adopted: { by, at: call.now } };
  const begun = midnight(edition.requisites.inForceFrom, call.zone) <= call.now;
  return {
    actions: [here(call, words), ...(await tellBringer(found.held.value.by, words, call))],
    changes: [
      keep('edition', id, value, found.held),
      // The one that is in force already is no news to anybody.
      change({
        editions: [...shelf.editions, id],
        told: current === undefined || shelf.told.includes(current) ? shelf.told : [...shelf.told, current],
      }),
      ...(begun
        ? [
            {
              put: 'timer' as const,
              timer: { key: `${NEWS}:${id}`, at: await notBeforeNow(call), job: NEWS, data: {} },
            },
          ]
        : []),
    ],
    because: 'edition-adopted',
  };
};
