import { z } from 'zod';
import type { Action } from '../../domain/action.js';
import type { Change } from '../../domain/change.js';
import { leadsTo } from '../../domain/invite.js';
import { platformOf } from '../../domain/refs.js';
import { text } from '../../domain/text.js';
import { DAY } from '../../domain/time.js';
import type { Ask } from '../ask.js';
import type { Reply } from '../command.js';
import { end } from '../invites-end.js';
import { targetVars } from '../invites-form.js';
import { asking } from '../invites-talk.js';
import type { Known } from '../known.js';
import { dialogsOf, whoMay } from '../people-who.js';
import { notBeforeNow } from '../quiet.js';
import { defineJob } from './job.js';

const Data = z.object({ batch: z.string() });

const ofBatch = async (batch: string, { records }: Known) =>
  (await records.all('invite')).filter(({ value }) => value.batch === batch);

/** Asked again every day until somebody has switched the link off by hand. */
const unlinkLater = (batch: string, count: number, { now }: Known): Change => ({
  put: 'timer',
  timer: { key: `invite-unlink:${batch}`, at: now + DAY, job: 'invite-unlink', data: { batch, count } },
});

/** What the issuer and the administrator hear of a batch whose time is over. */
const tell = async (batch: string, count: number, known: Known, again = false): Promise<Omit<Reply, 'because'>> => {
  const [first] = await ofBatch(batch, known);
  const issuer = first && (await known.people.find(first.value.issuer));
  if (first === undefined || count === 0) return { actions: [], changes: [] };
  const words = text('invites-annulled', { count });
  const anew = { id: 'again', label: text('button-invites-again'), look: 'primary' } as const;
  const issuers = issuer && !again ? await dialogsOf([issuer], known) : [];
  const administrators = (await whoMay('annul-invite', {}, known)).filter(({ id }) => id !== issuer?.id);
  const others = await dialogsOf(administrators, known);
  const chat = (await known.chats.all()).find((one) => leadsTo(first.value, one));
  const powerless = chat && known.messenger(platformOf(chat.ref)).capabilities.inviteLinks === 'none';
  const off = { id: 'off', label: text('button-invites-unlinked'), look: 'primary' } as const;
  const unlink = text('invites-unlink', { ...targetVars(first.value), count });
  return {
    changes: powerless ? [unlinkLater(batch, count, known)] : [],
    actions: powerless ? [] : others.map(({ to }): Action => ({ do: 'send', to, text: words })),
    asks: [
      ...issuers.map(
        ({ person, to }): Ask => ({ ...asking(words, { step: 'reissue', batch }, [anew]), to, whom: person.id }),
      ),
      ...(powerless ? others : []).map(
        ({ person, to }): Ask => ({ ...asking(unlink, { step: 'unlink', batch }, [off]), to, whom: person.id }),
      ),
    ],
  };
};

/** At the end of their time invites that nobody claimed are annulled, whenever the bot comes to it. Clause 3.3-i. */
export const inviteAnnul = defineJob({
  name: 'invite-annul',
  data: Data,
  run: async ({ batch }, _due, known) => {
    const { actions, changes, ended } = await end(await ofBatch(batch, known), 'overdue', known);
    const count = ended.filter(({ state }) => state === 'annulled').length;
    const because = `${count} annulled`;
    const at = await notBeforeNow(known);
    if (at > known.now && count > 0) {
      const timer = { key: `invite-told:${batch}`, at, job: 'invite-told', data: { batch, count } };
      return { actions, changes: [...changes, { put: 'timer', timer }], because };
    }
    const told = await tell(batch, count, known);
    return { ...told, actions: [...actions, ...told.actions], changes: [...changes, ...told.changes], because };
  },
});

/** What was annulled at night is told in the morning. */
export const inviteTold = defineJob({
  name: 'invite-told',
  data: Data.extend({ count: z.number() }),
  run: async ({ batch, count }, _due, known) => ({
    ...(await tell(batch, count, known)),
    changes: [],
    because: 'told',
  }),
});

/** Where a messenger lets no bot change a link, the administrator does; he is asked until it is done. */
export const inviteUnlink = defineJob({
  name: 'invite-unlink',
  data: Data.extend({ count: z.number() }),
  run: async ({ batch, count }, _due, known) => {
    const at = await notBeforeNow(known);
    const later = { key: `invite-unlink:${batch}`, at, job: 'invite-unlink', data: { batch, count } };
    if (at > known.now) return { actions: [], changes: [{ put: 'timer', timer: later }], because: 'quiet' };
    return { ...(await tell(batch, count, known, true)), because: 'asked again' };
  },
});
