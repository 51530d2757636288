import { fullName, shortName } from '../domain/names.js';
import { isOfSchool, type Person } from '../domain/person.js';
import type { Answer, Option } from '../domain/question.js';
import { dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { actsForChildren } from '../regulation/permissions-hats.js';
import type { Call, Reply } from './command.js';
import { inBrackets } from './grounds.js';
import { ownData } from './own-data.js';
import { dateOf } from './people-when.js';
import { here } from './reply.js';

/** Up to this grade a parent exercises the child's rights, from the next on the pupil (`domain.md` §4). */
export const GRADE_OF_PARENTS = 7;

const gradeOf = ({ classes }: Person): number => Number.parseInt(classes[0] ?? '', 10);

const told = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

const youngOf = async (person: Person, call: Call): Promise<readonly Person[]> => {
  if (!actsForChildren(person, call.now)) return [];
  const children = await Promise.all(person.children.map((id) => call.people.find(id)));
  return children.filter(
    (child): child is Person =>
      child !== undefined && isOfSchool(child, call.now) && !(gradeOf(child) > GRADE_OF_PARENTS),
  );
};

/** A file with all of it, for the dialog of whoever asks; that it was given is journaled with whose it was. */
const given = async (about: Person, call: Call): Promise<Reply> => {
  const own = about.id === call.person?.id;
  const permitted = await call.may('own-data', { about: about.id });
  if (own && permitted.granted !== 'yes') return told(call, permitted.text, 'refused');
  const lines = await ownData(about, call);
  const { name, bytes } = call.documents.plain({
    name: text('own-file-name'),
    heading: text('own-paper', { name: fullName(about), date: dateOf(call.now, call.zone), lines }),
    body: '',
  });
  const words = text('own-data', {
    whose: own ? 'own' : 'child',
    name: shortName(about),
    ground: inBrackets('RIGHTS', call),
  });
  const file = { name, kind: 'document', base64: Buffer.from(bytes).toString('base64') } as const;
  return {
    actions: [{ do: 'send', to: dialogOf(call.account), text: words, files: [file] }],
    changes: [],
    because: 'own-data',
    about: about.id,
  };
};

const optionFor = (one: Person, own: boolean): Option => ({
  id: one.id,
  label: text('button-own-data', { whose: own ? 'own' : 'child', name: shortName(one) }),
  look: own ? 'primary' : 'secondary',
});

/** One's own, or (up to grade 7) one's child's. */
export const tellOwnData = async (call: Call): Promise<Reply> => {
  const { person } = call;
  if (person === undefined) return told(call, text('own-unlinked'), 'refused');
  const children = await youngOf(person, call);
  if (children.length === 0) return given(person, call);
  const options = [optionFor(person, true), ...children.map((child) => optionFor(child, false))];
  return { actions: [], changes: [], because: 'whose', asks: [{ words: text('own-whose'), data: {}, options }] };
};

export const hearOwnData = async ({ option }: Answer, call: Call): Promise<Reply> => {
  const { person } = call;
  if (person === undefined) return told(call, text('own-unlinked'), 'refused');
  const among = [person, ...(await youngOf(person, call))];
  const about = among.find(({ id }) => id === option);
  return about ? given(about, call) : told(call, text('own-whose'), 'refused');
};
