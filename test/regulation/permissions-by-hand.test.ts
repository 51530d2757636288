import type { ChatKind } from '../../src/domain/chat.js';
import type { Permission, Scope } from '../../src/regulation/permissions.js';
import { permitted, type Rules } from '../../src/regulation/permissions-answer.js';
import { ALIEN, ASKERS, NOW, OWN, rulesOf, SCHOOLS, type School } from './permissions.js';

const COLUMNS = [
  'director',
  'deputy',
  'administrator',
  'additional',
  'class-teacher',
  'teacher',
  'student',
  'parent',
  'curator',
  'outsider',
] as const;

/**
 * Copied by hand from the two regulations, not from the matrix. Columns: директор, заместитель, администратор,
 * дополнительный администратор, классный руководитель, учитель, обучающийся, родитель, муниципальный куратор,
 * посторонний. `+` may, `o` may in the own class, subject or chat or about oneself, `?` by request or after a second
 * look, `-` may not.
 */
const BOTH = `
  leadership remove-content        + + - - - -  - - - -
  staff remove-content             + + - - - -  - - - -
  management_other remove-content  + + - - - -  - - - -
  class_students remove-content    - - + - o -  - - - -
  class_parents remove-content     - - + - o -  - - - -
  subject remove-content           - - - - o o  - - - -
  edu_other remove-content         - - - - o o  - - - -
  class_teachers remove-content    - - - - o -  - - - -
  channel_school remove-content    - - + - - -  - - - -
  class_students restrict          - + - - o -  - - - -
  class_parents restrict           - + - - o -  - - - -
  subject restrict                 - + - - o o  - - - -
  class_teachers restrict          - - - - - -  - - - -
  staff restrict                   - - - - - -  - - - -
  class_parents exclude            + + ? - - -  - - - -
  class_teachers exclude           - + - - - -  - - - -
  staff exclude                    + - - - - -  - - - -
  channel_school exclude           - - - - - -  - - - -
  class_parents decide-appeal      - + - - o -  - - - -
  subject decide-appeal            - + - - o o  - - - -
  class_teachers decide-appeal     - + - - - -  - - - -
  leadership decide-appeal         + - - - - -  - - - -
  channel_school decide-appeal     - + - - - -  - - - -
  complain                         + + + + + +  + + - -
  hide-own-photo                   o o o o o o  o o - -
  object                           o o o o o o  o o - -
  own-data                         o o o o o o  ? o - -
  read-regulation                  + + + + + +  + + + +
  appoint-administrator            + ? - - - -  - - - -
  export-roster                    - - + - - -  - - - -
  see-restriction                  - - + - - -  - - - -
  pause-posts                      + + + - - -  - - - -
  publish-urgent                   + + ? - ? -  - - - -
  meet-council                     + ? ? - - -  - - - -
  meet-school-parents              + + ? - - -  - - - -
  meet-class-parents               + + ? - o -  - - - -
  meet-lesson                      - - - - o o  - - - -
  meet-event                       + + ? - o o  - - - -
  meet-talk                        - - - - o o  - ? - -
  class_parents see-case           ? ? - - o -  o o - -
  subject see-case                 ? ? - - o o  o o - -
  read-journal                     + o + o o o  o o - -
  enact-edition                    + ? ? - - -  - - - -
`;

const OWN_TABLES: Readonly<Record<School, string>> = {
  'school-21': `
    school-structure                 - - + - - -  - - - -
    leadership register-chat         + + + - - -  - - - -
    staff register-chat              + + + - - -  - - - -
    management_other register-chat   + + + - - -  - - - -
    class_students register-chat     - - + - o -  - - - -
    class_parents register-chat      - - + - o -  - - - -
    class_teachers register-chat     - - + - o -  - - - -
    subject register-chat            - - + - o o  - - - -
    edu_other register-chat          - + + - o o  - - - -
    channel_school register-chat     - - + - - -  - - - -
    channel_employees register-chat  - - + - - -  - - - -
    invite-staff                     - - + - - -  - - - -
    invite-student                   - - + - o o  - - - -
    invite-parent                    - + + - o -  - - - -
    approve-join                     - - + - ? -  - - - -
    annul-invite                     - - + - o o  - - - -
    confirm-role                     - - + - - -  - - - -
    appoint-additional               - - - - - -  - - - -
    attach-class-teacher             ? ? + - - -  - - - -
    move-people                      - ? + - ? -  - - - -
    import-roster                    - - + - - -  - - - -
    publish-school                   ? ? + - ? ?  - - - -
    publish-employees                ? ? + - - -  - - - -
    publish-mass                     ? ? ? - ? ?  - - - -
    publish-class                    + + + - o o  - - - -
    publish-subject                  + + + - o o  - - - -
    meet-staff                       + + ? - - -  - - - -
    figures-school                   + + + - - -  - - ? -
    figures-class                    + + + - o -  - - - -
    names-behind-figures             - - + - o o  o o - -
    move-old-chat                    + + + - o o  - - - -
  `,
  'oosh-19': `
    school-structure                 - - + + - -  - - - -
    leadership register-chat         + + + ? - -  - - - -
    staff register-chat              + + + + - -  - - - -
    management_other register-chat   + + + ? - -  - - - -
    class_students register-chat     - - + + o -  - - - -
    class_parents register-chat      - ? + + o -  - - - -
    class_teachers register-chat     - - + + o -  - - - -
    subject register-chat            - - + + o o  - - - -
    edu_other register-chat          - + + + o o  - - - -
    channel_school register-chat     - - + + - -  - - - -
    channel_employees register-chat  - - + + - -  - - - -
    invite-staff                     - - + + - -  - - - -
    invite-student                   - - + + o o  - - - -
    invite-parent                    - + + + o -  - - - -
    approve-join                     - - + + ? -  - - - -
    annul-invite                     - - + + o o  - - - -
    confirm-role                     - ? + + - -  - - - -
    appoint-additional               ? - + - - -  - - - -
    attach-class-teacher             ? ? + + - -  - - - -
    move-people                      - ? + + ? -  - - - -
    import-roster                    - - + + - -  - - - -
    publish-school                   ? ? + + - -  - - - -
    publish-employees                ? ? + + - -  - - - -
    publish-mass                     ? ? ? ? ? ?  - - - -
    publish-class                    + + + + o o  - - - -
    publish-subject                  + + + + o o  - - - -
    meet-staff                       + + ? ? - -  - - - -
    figures-school                   + - + + - -  - - ? -
    figures-class                    + + + + o -  - - - -
    names-behind-figures             - - + + o o  o o - -
    move-old-chat                    - - - - - -  - - - -
  `,
};

interface Line {
  readonly permission: Permission;
  readonly chat?: ChatKind;
  readonly cells: string;
}
const linesOf = (table: string): readonly Line[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const words = line.trim().split(/\s+/);
      const [names, cells] = [words.slice(0, -COLUMNS.length), words.slice(-COLUMNS.length)];
      const [permission = '', chat] = names.reverse();
      return {
        permission: permission as Permission,
        ...(chat === undefined ? {} : { chat: chat as ChatKind }),
        cells: cells.join(' '),
      };
    });

const cellOf = (rules: Rules, column: (typeof COLUMNS)[number], { permission, chat }: Line): string => {
  const [own, alien] = [OWN, ALIEN].map((where): string => {
    const scope: Scope = { ...where, ...(chat === undefined ? {} : { chat }) };
    return permitted(rules, ASKERS[column], { permission, scope, now: NOW }).granted;
  });
  if (own === 'yes') return alien === 'yes' ? '+' : 'o';
  return own === 'no' ? '-' : '?';
};

describe.each(SCHOOLS)('the matrix of %s', (school) => {
  const lines = [...linesOf(BOTH), ...linesOf(OWN_TABLES[school])];

  it.each(lines)('$chat $permission: as the regulation says', async (line) => {
    const rules = await rulesOf(school);
    expect(COLUMNS.map((column) => cellOf(rules, column, line)).join(' ')).toBe(line.cells);
  });
});
