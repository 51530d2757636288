import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { type Acknowledgement, acknowledgementId, DAYS_TO_READ, daysAfter } from '../domain/acknowledgement.js';
import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type AccountRef, dialogOf, type PlaceRef } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { editionAt } from '../regulation/cite.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** How long the button under an edition works. */
const KEPT = 400 * DAY;
const YES = 'yes';

/** The day it is in the school's zone, `2026-10-26`. */
export const dayOf = (at: number, zone: string): string => dayjs(at).tz(zone).format('YYYY-MM-DD');
/** As people write it, `26.10.2026`. */
export const shownDate = (date: string): string => date.split('-').reverse().join('.');

/** One question an edition, for everybody, open as long as the edition matters: thousands of copies of it would say the same. */
export const questionOf = (edition: string): string => `acknowledge ${edition}`;

const ACKNOWLEDGE = text('button-acknowledge');

/** The question behind the button, unless it is there. */
export const questionChange = async (edition: string, { records, now }: Known): Promise<readonly Change[]> => {
  const id = questionOf(edition);
  const held = await records.get('question', id);
  if (held && held.value.until > now + KEPT / 2) return [];
  const options = [{ id: YES, label: ACKNOWLEDGE, look: 'positive' as const }];
  const question = { asks: 'ознакомлен', data: { edition }, options, free: false, whom: '*', until: now + KEPT };
  return [keep('question', id, question, held)];
};

/** Words with «Ознакомлен(а)» under them. */
export const withButton = (to: PlaceRef, words: Text, edition: string): Action => ({
  do: 'send',
  to,
  text: words,
  buttons: [[{ label: ACKNOWLEDGE, payload: { q: questionOf(edition), o: YES }, look: 'positive' }]],
});

/** A fresh record of somebody asked at this moment. */
export const askedNow = (edition: string, person: string, { now, zone }: Pick<Known, 'now' | 'zone'>) =>
  ({
    edition,
    person,
    asked: now,
    until: daysAfter(dayOf(now, zone), DAYS_TO_READ),
    reminded: 0,
  }) satisfies Acknowledgement;

/** Pupils are spoken to more simply. */
export const readerOf = ({ role }: Pick<Person, 'role'>): 'student' | 'other' =>
  role === 'student' ? 'student' : 'other';

/**
 * Asks somebody who has joined to read the edition in force; of those before it nothing is asked. Whoever has done so, or
 * is reached another way, is not asked; whoever was asked before and comes again is asked again, with the same last day.
 */
export const askAcknowledgement = async (
  person: Person,
  account: AccountRef,
  known: Known,
): Promise<Pick<Reply, 'actions' | 'changes' | 'asks'>> => {
  const edition = editionAt(known.policy, known.now)?.requisites.inForceFrom;
  if (edition === undefined || person.standing?.otherWay !== undefined) return { actions: [], changes: [] };
  const id = acknowledgementId(edition, person.id);
  const held = await known.records.get('acknowledgement', id);
  if (held?.value.at !== undefined) return { actions: [], changes: [] };
  const value = held?.value ?? askedNow(edition, person.id, known);
  const words = text('edition-please-read', { reader: readerOf(person), until: shownDate(value.until) });
  return {
    actions: [withButton(dialogOf(account), words, edition)],
    changes: [
      ...(held ? [] : [keep('acknowledgement', id, value, undefined)]),
      ...(await questionChange(edition, known)),
    ],
  };
};
