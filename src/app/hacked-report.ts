import { text } from '../domain/text.js';
import { findPeople } from '../roster/find-people.js';
import type { Call, Reply } from './command.js';
import { freeze, nameVars, reportCards } from './freezing.js';
import { named } from './named.js';
import { privately } from './reply.js';

/** Namesakes of one report that are laid before the administrator. */
const MOST = 5;

/** «Меня взломали»: the owner's own word freezes at once. */
export const reportOwn = async (call: Call): Promise<Reply> => {
  const { person } = call;
  if (person === undefined)
    return {
      actions: [privately(call, text('hacked-stranger'), text('group-refused'))],
      changes: [],
      because: 'stranger',
    };
  const held = await call.records.get('frozen', person.id);
  return { ...(await freeze(person, call.account, held, undefined, call)), because: 'own', about: person.id };
};

/** Somebody else's account: the administrator decides. Whether there is anybody of this name is not told. */
export const reportOther = async (about: string, call: Call): Promise<Reply> => {
  const thanks = privately(call, text('hacked-reported'), text('group-refused'));
  const { person } = call;
  const people = await call.people.all();
  const { people: found } = findPeople(about.split(/[\s,]+/).filter(Boolean), people);
  const others = (found.length > 0 ? found : named(about, people)).filter(({ id }) => id !== person?.id).slice(0, MOST);
  if (person === undefined || others.length === 0)
    return { actions: [thanks], changes: [], because: 'reported:nobody' };
  const asks = await Promise.all(
    others.map(async (one) => {
      const by = nameVars(person);
      return reportCards(one, text('hacked-report', { ...nameVars(one), by: by.name, 'by-role': by.role }), call);
    }),
  );
  return { actions: [thanks], changes: [], asks: asks.flat(), because: 'reported' };
};
