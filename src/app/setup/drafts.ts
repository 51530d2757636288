import type { Enclosure } from '../../domain/action.js';
import type { CitationKey } from '../../domain/clause.js';
import { fullName } from '../../domain/names.js';
import type { Person, Role } from '../../domain/person.js';
import type { Draft, DraftKind } from '../../ports/documents.js';
import { PROVISIONAL } from '../../roster/provisional.js';
import type { Call } from '../command.js';
import { cited } from '../may.js';

/** The clause that asks for each paper. */
const ASKS: Readonly<Record<DraftKind, CitationKey>> = {
  'registration-letter': 'STRUCTURE',
  'administrator-order': 'ADMIN_ORDER',
  'use-order': 'CONTROL',
  'duties-order': 'MIGRATION',
  'chat-rules-order': 'APPROVE_ACT',
};

const nameOf = (people: readonly Person[], role: Role): string | undefined => {
  const [only, another] = people.filter((one) => one.role === role && one.id !== PROVISIONAL.id);
  return only === undefined || another ? undefined : fullName(only);
};

/** Papers with what is known filled in, ready to be sent. */
export const draftsOf = async (
  kinds: readonly DraftKind[],
  call: Call,
  { responsible }: Pick<Draft, 'responsible'> = {},
): Promise<readonly Enclosure[]> => {
  const [people, settings] = await Promise.all([call.people.all(), call.settings()]);
  const director = nameOf(people, 'director');
  const administrator = nameOf(people, 'administrator');
  const drafts = kinds.map(async (kind) => {
    const citation = call.cite(ASKS[kind]);
    const { name, bytes } = await call.documents.draft({
      kind,
      platform: settings.platform,
      support: settings.support,
      ...(settings.name === '' ? {} : { school: settings.name }),
      ...(director === undefined ? {} : { director }),
      ...(administrator === undefined ? {} : { administrator }),
      ...(citation ? { cited: cited(citation) } : {}),
      ...(responsible ? { responsible } : {}),
    });
    return { name, kind: 'document', base64: Buffer.from(bytes).toString('base64') } as const;
  });
  return Promise.all(drafts);
};
