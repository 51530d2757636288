import type { Action } from '../domain/action.js';
import type { Invite } from '../domain/invite.js';
import { targetOfInvite } from '../domain/invite.js';
import { shortName } from '../domain/names.js';
import type { Answer } from '../domain/question.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { standingFor } from '../regulation/permissions-hats.js';
import type { Call, Reply } from './command.js';
import { targetVars } from './invites-form.js';
import { issue } from './invites-issue.js';
import { annul } from './invites-list.js';
import { type InviteTalk, told, unless } from './invites-talk.js';
import { rightTo, whomFor } from './invites-whom.js';
import { carryOut, forOne } from './invites-wish.js';
import { introduce } from './join-request.js';
import { decideMembership, decideMemberships } from './membership-decide.js';
import { momentVars } from './people-when.js';
import { dialogsOf } from './people-who.js';

const ofBatch = async (batch: string, call: Call): Promise<readonly Invite[]> =>
  (await call.records.all('invite')).map(({ value }) => value).filter((one) => one.batch === batch);

/** The dialog of those who have one; whoever has none is named, for the issuer to give the card once more. */
const remind = async (batch: string, call: Call): Promise<Reply> => {
  const open = (await ofBatch(batch, call)).filter(({ state, until }) => state === 'issued' && until > call.now);
  if (open.length === 0) return told(call, text('invites-none-open'), 'none');
  const sent: Action[] = [];
  const byHand: string[] = [];
  for (const invite of open) {
    const person = await call.people.find(invite.person);
    if (person === undefined) continue;
    const reached = await dialogsOf([person], call);
    const words = text('invites-reminder', { ...targetVars(invite), ...momentVars(invite.until, call.zone) });
    sent.push(...reached.map(({ to }): Action => ({ do: 'send', to, text: words })));
    if (reached.length === 0) byHand.push(shortName(person));
  }
  const summary = text('invites-reminded', {
    reached: open.length - byHand.length,
    names: byHand.join(', '),
    count: byHand.length,
  });
  const reply = told(call, summary, 'reminded');
  return { ...reply, actions: [...reply.actions, ...sent] };
};

/** New invites for those of a batch whose time ran out; the old codes stay dead. */
const reissue = async (batch: string, call: Call): Promise<Reply> => {
  const over = (await ofBatch(batch, call)).filter(({ state }) => state === 'annulled' || state === 'expired');
  const [first] = over;
  if (first === undefined || call.person === undefined) return told(call, text('invites-none-over'), 'none');
  const target = targetOfInvite(first);
  const right = rightTo(target);
  const refused = right && (await unless(call.may(right.permission, right.scope), call));
  if (refused) return refused;
  const only = over.map(({ person }) => person);
  const whom = await whomFor({ target, again: true, only }, call.person.id, call);
  const to = dialogOf(call.account);
  const done = await issue(whom, { target, fresh: true, issuer: call.person.id, to }, call);
  if (done.count === 0) return told(call, text('invites-none-over'), 'none');
  const words = text('invites-issued', { ...targetVars(target), count: done.count, cards: done.cards });
  return { actions: [{ do: 'send', to, text: words }, ...done.actions], changes: done.changes, because: 'issued' };
};

/** A pupil's wish, before whoever may fulfil it. */
const passOn = async (ofClass: string, call: Call): Promise<Reply> => {
  const teacher = standingFor(await call.people.all(), 'class-teacher', ofClass, call.now);
  const reached = teacher ? await dialogsOf([teacher], call) : [];
  if (call.person === undefined || reached.length === 0) return told(call, text('invites-not-passed'), 'not-passed');
  const words = text('invites-wish', { who: shortName(call.person), class: ofClass });
  const reply = told(call, text('invites-passed'), 'passed');
  return {
    ...reply,
    actions: [...reply.actions, ...reached.map(({ to }): Action => ({ do: 'send', to, text: words }))],
  };
};

/** What follows from an answer about invites. */
export const hearInvites = async (answer: Answer, talk: InviteTalk, call: Call): Promise<Reply> => {
  const { option } = answer;
  if (option === 'no') return told(call, text('invites-left'), 'left');
  switch (talk.step) {
    case 'issue':
      return carryOut(talk, call);
    case 'choose': {
      const id = talk.ids[Number(option)];
      const person = id === undefined ? undefined : await call.people.find(id);
      if (person === undefined) return told(call, text('button-stale'), 'gone');
      return forOne(person, talk.verb === 'again', talk.words, call);
    }
    case 'annul':
      return annul(talk.invites, call);
    case 'remind':
      return remind(talk.batch, call);
    case 'reissue':
      return reissue(talk.batch, call);
    case 'pass':
      return passOn(talk.class, call);
    case 'membership':
      return decideMembership(talk.id, option, call);
    case 'memberships':
      return decideMemberships(talk.ids, option, call);
    case 'introduce':
      return introduce(answer, talk.chat, call);
    case 'unlink':
      return {
        ...told(call, text('invites-unlinked'), 'unlinked'),
        changes: [{ put: 'no-timer', key: `invite-unlink:${talk.batch}` }],
      };
  }
};
