import type { Person } from '../domain/person.js';
import { dialogOf, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { asking, NO } from './invites-talk.js';
import type { Known } from './known.js';
import { createMay, type Permission, type Scope, scopeOf } from './may.js';
import { dialogsOf } from './people-who.js';
import { here } from './reply.js';

/** «как добавить Кирилла из 5Б?», «можно пригласить Аню» */
const WISH =
  /^(?:(?:а|и|ребята|народ)[,\s]+)?(?:как|можно|давайте|кто\s+может)\s+(?:мне\s+)?(?:добавить|пригласить)\s+\S/iu;

/**
 * A wish to have somebody in a chat, by whoever may not invite there: the right way, and the offer to pass the wish on
 * (`REFUSE_STUDENT_INVITE`). Nothing for whoever may.
 */
export const offerToPass = async (
  person: Person,
  permission: Permission,
  scope: Scope,
  known: Known,
): Promise<readonly Ask[]> => {
  const permitted = await createMay({ ...known, person })(permission, scope);
  const ofClass = scope.class;
  if (permitted.granted === 'yes' || ofClass === undefined) return [];
  const pass = { id: 'yes', label: text('button-invites-pass'), look: 'primary' } as const;
  const reached = await dialogsOf([person], known);
  return reached.map(({ to }) => ({
    ...asking(permitted.offer ?? permitted.text, { step: 'pass', class: ofClass }, [pass, NO]),
    to,
    whom: person.id,
  }));
};

/** The same when it is said aloud in a chat of pupils: answered in the dialog, in the chat only where there is none. */
export const wishInChat = async (call: Call): Promise<Reply | undefined> => {
  const { chat, person, message } = call;
  const pupils = chat?.kind === 'class_students' || chat?.kind === 'subject';
  if (!pupils || chat?.mode !== 'act' || person === undefined || !WISH.test(message.text.trim())) return undefined;
  const asks = await offerToPass(person, 'invite-student', scopeOf(chat), call);
  if (asks.length === 0) return undefined;
  const open = await call.messenger(platformOf(call.account)).ask({ ask: 'may-write', account: call.account });
  if (!open) return { actions: [here(call, text('group-invites-wish'))], changes: [], because: 'invite-wish' };
  const own = asks.filter(({ to }) => to === dialogOf(call.account));
  return { actions: [], changes: [], because: 'invite-wish', asks: own };
};
