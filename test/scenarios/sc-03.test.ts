import { keep } from '../../src/domain/records.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { cardFor, claims, doorOf, inviteOf, inviting, issues, parentsChat } from './invites.js';
import { ADMINISTRATOR, accountOf, type School, scene, TEACHER } from './world.js';

const WARNED =
  'Не использованы приглашения: 1. 09.09.2026 в 10:00 они будут аннулированы (CLAUSE). Напомнить адресатам?';
const ANNULLED = 'Аннулировано невостребованных приглашений: 1. При необходимости выпустите новые: /приглашения.';

/** Three were invited on 2 September at ten; p01 and p02 have come. */
const twoOfThree = async (school: School) => {
  const chat = await parentsChat(school);
  await school.allows(ADMINISTRATOR);
  await issues(school);
  await claims(school, 'p01', 'Иванова');
  await claims(school, 'p02', 'Петров');
  return chat;
};

describe.each([
  ['school-21', 'п. 3.3 Положения'],
  ['oosh-19', 'п. 2.1 Положения'],
] as const)('SC-03 by the regulation of %s: links nobody claimed', (policy, clause) => {
  scene(
    'step 1: two days before, the teacher is asked whether to remind; those without a dialog get the card once more from her',
    async (school) => {
      await twoOfThree(school);
      const dialog = school.dialog(TEACHER);
      // A messenger that lists nobody says so after its first comparison, whatever becomes of the invites.
      const heard = () => school.hears(dialog).filter((words) => !words.startsWith('Сверка чата'));
      const before = heard().length;
      await school.passes(5 * DAY - MINUTE);
      expect(heard()).toHaveLength(before);

      await school.passes(2 * MINUTE);
      expect(heard().slice(before)).toEqual([WARNED.replace('CLAUSE', clause)]);
      expect(school.buttons(dialog)).toEqual(['Напомнить', 'Не нужно']);

      await school.presses(TEACHER, dialog, 'Напомнить');
      expect(school.hears(dialog).at(-1)).toContain('Напомните лично: Сидорова Е. В.');
    },
    inviting(policy),
  );

  scene(
    'steps 2–4: at the end of the time it is annulled, both hear of it, the old code is dead, a new one can be had',
    async (school) => {
      const chat = await twoOfThree(school);
      const old = cardFor(school, 'Сидорова');
      const link = school.platform.world.chats.get(chat)?.link;
      await school.passes(7 * DAY + MINUTE);

      expect((await inviteOf(school, 'p03'))?.state).toBe('annulled');
      expect((await inviteOf(school, 'p01'))?.state).toBe('joined');
      expect(school.hears(school.dialog(TEACHER)).at(-1)).toBe(ANNULLED);
      expect(school.hears(school.dialog(ADMINISTRATOR)).at(-1)).toBe(ANNULLED);
      expect(school.platform.world.chats.get(chat)?.link).not.toBe(link);

      await school.passes(2 * HOUR);
      await school.says('p03', school.dialog('p03'), `/код ${old.code}`);
      expect(school.hears(school.dialog('p03')).at(-1)).toBe(
        `Срок приглашения истёк, ссылка аннулирована (${clause}). Попросите классного руководителя прислать новую.`,
      );
      expect(school.members(chat)).not.toContain(accountOf('p03'));

      await school.passes(4 * MINUTE);
      await school.presses(TEACHER, school.dialog(TEACHER), 'Выпустить заново');
      const fresh = cardFor(school, 'Сидорова');
      expect(fresh.code).not.toBe(old.code);
      expect(fresh.words).toContain('16.09.2026');
      expect(await inviteOf(school, 'p03')).toMatchObject({ state: 'issued', issue: 2 });

      await school.says('p03', school.dialog('p03'), `/код ${old.code}`);
      expect(doorOf(school, 'p03')).toBe('');
      expect(await claims(school, 'p03', 'Сидорова')).toBe(true);
      expect((await inviteOf(school, 'p03'))?.state).toBe('joined');
    },
    inviting(policy),
  );

  scene(
    'step 5: the bot was away at that moment: once, late, with the true time',
    async (school) => {
      await twoOfThree(school);
      await school.passes(6 * DAY + 23 * HOUR);
      const before = school.hears(school.dialog(TEACHER)).length;
      const due = school.clock.now() + HOUR;
      // Nothing is looked at from nine to eleven.
      school.clock.set(due + HOUR);
      await school.passes(MINUTE);

      const invite = await inviteOf(school, 'p03');
      expect(invite).toMatchObject({ state: 'annulled', until: due });
      expect(invite?.ended?.at).toBeGreaterThanOrEqual(due + HOUR);
      expect(school.hears(school.dialog(TEACHER)).slice(before)).toEqual([ANNULLED]);

      const verdicts = (await school.journal()).filter(
        (entry) => entry.kind === 'verdict' && entry.because?.startsWith('timer:invite-annul') === true,
      );
      expect(verdicts).toHaveLength(1);
      expect(verdicts[0]).toMatchObject({ times: { written: due, received: invite?.ended?.at } });
    },
    inviting(policy),
  );
});

describe('invites', () => {
  scene(
    'where a messenger lets no bot change a link: the administrator is asked every day until it is off',
    async (school) => {
      await parentsChat(school);
      await school.allows(ADMINISTRATOR);
      await issues(school);
      const { capabilities } = school.platform;
      Object.assign(school.platform, { capabilities: { ...capabilities, inviteLinks: 'none' } });
      const asked = () =>
        school.hears(school.dialog(ADMINISTRATOR)).filter((one) => one.includes('Отключите ссылку')).length;

      await school.passes(7 * DAY + MINUTE);
      expect(asked()).toBe(1);
      await school.passes(2 * DAY);
      expect(asked()).toBe(3);
      await school.presses(ADMINISTRATOR, school.dialog(ADMINISTRATOR), 'Отключена');
      await school.passes(3 * DAY);
      expect(asked()).toBe(3);
    },
    inviting(),
  );

  scene(
    'claimed, and not used: the link is made anew and sent to those who were let in, when another one is annulled',
    async (school) => {
      const chat = await parentsChat(school);
      await issues(school);
      await school.says('p01', school.dialog('p01'), `/код ${cardFor(school, 'Иванова').code}`);
      const first = doorOf(school, 'p01');

      await school.says(TEACHER, school.dialog(TEACHER), '/приглашения аннулировать Сидорова');
      await school.presses(TEACHER, school.dialog(TEACHER), 'Аннулировать');

      expect((await inviteOf(school, 'p03'))?.state).toBe('annulled');
      expect((await inviteOf(school, 'p02'))?.state).toBe('issued');
      const second = doorOf(school, 'p01');
      expect(second).not.toBe(first);
      expect(await school.follows('p01', first)).toBe(false);
      expect(await school.follows('p01', second)).toBe(true);
      expect(school.members(chat)).toContain(accountOf('p01'));

      await school.says('p03', school.dialog('p03'), `/код ${cardFor(school, 'Сидорова').code}`);
      expect(doorOf(school, 'p03')).toBe('');
    },
    inviting(),
  );

  scene(
    'issued again, the first card is dead and the second one works',
    async (school) => {
      await parentsChat(school);
      await issues(school);
      const first = cardFor(school, 'Петров').code;
      await issues(school, '/приглашения выпустить заново Петров');
      const second = cardFor(school, 'Петров').code;

      await school.says('p02', school.dialog('p02'), `/код ${first}`);
      expect(doorOf(school, 'p02')).toBe('');
      expect(second).not.toBe(first);
      expect(await claims(school, 'p02', 'Петров')).toBe(true);
    },
    inviting(),
  );

  scene(
    'a mother of two gets one invite for each class and one code for both',
    async (school) => {
      const people = await school.stores.people.all();
      const moved = people.filter(({ id }) => id === 's01').map((one) => ({ ...one, classes: ['5Б'] }));
      await school.stores.people.put(moved);
      const first = await parentsChat(school);
      await school.chat('class_parents', { class: '5Б', registered: { by: 'k02', at: 0 } });
      await issues(school);
      await issues(school, '/приглашения 5Б родители', 'k02');
      expect(cardFor(school, 'Иванова', 'k02').code).toBe(cardFor(school, 'Иванова').code);

      await school.says('p01', school.dialog('p01'), `/код ${cardFor(school, 'Иванова').code}`);
      const invites = (await school.stores.records.all('invite')).filter(({ value }) => value.person === 'p01');
      expect(invites.map(({ value }) => value.state)).toEqual(['claimed', 'claimed']);
      expect(school.hears(school.dialog('p01')).at(-1)).toContain('«5А – родители»');
      expect(school.members(first)).not.toContain(accountOf('p01'));
    },
    inviting(),
  );

  scene(
    'whoever is in already, or is reached another way, is not counted, and that is said',
    async (school) => {
      const chat = await parentsChat(school);
      const otherWay = { at: 0, how: 'бумажный дневник' };
      await school.stores.ledger.settle({
        key: 'other-way',
        entry: { id: 'n:other-way', at: 0, kind: 'note', detail: 'test' },
        changes: [
          keep('standing', 'p03', { otherWay }, undefined),
          { put: 'link', account: accountOf('p01'), person: 'p01', at: 0 },
        ],
        rows: [],
        chain: 'cli',
      });
      await school.joins('p01', chat);

      await school.says(TEACHER, school.dialog(TEACHER), '/приглашения родителям 5А');
      expect(school.hears(school.dialog(TEACHER)).at(-1)).toBe(
        [
          'Не посчитаны те, кто уже в чате: 1.',
          'Не посчитаны те, кто получает сведения иным способом: 1.',
          'Будет выпущено 1 личное приглашение в чат «5А – родители»; срок до 09.09.2026 10:00. Выпустить?',
        ].join('\n'),
      );
    },
    inviting(),
  );

  scene(
    'are listed for their issuer with the names of those who have not come; of two with one name she is asked which',
    async (school) => {
      await parentsChat(school);
      await issues(school);
      await claims(school, 'p01', 'Иванова');
      const dialog = school.dialog(TEACHER);
      await school.says(TEACHER, dialog, '/приглашения');
      expect(school.hears(dialog).at(-1)).toBe(
        'Ваши приглашения:\n– «5А – родители»: ждут 2, подключились 0, в чате 1, аннулированы 0. Действуют до 09.09.2026. Ещё не открыли: Петров Д. О., Сидорова Е. В.',
      );

      await school.says(TEACHER, dialog, '/приглашения Иванова');
      expect(school.hears(dialog).at(-1)).toBe('Кого пригласить?');
      expect(school.buttons(dialog)).toEqual(['Иванова В.', 'Иванова О. Н.']);
    },
    inviting(),
  );

  scene(
    'a deputy comes among the parents by the decision of whoever may invite, and nobody who is not meant does',
    async (school) => {
      const chat = await parentsChat(school);
      await school.allows('z01');
      await school.says(ADMINISTRATOR, school.dialog(ADMINISTRATOR), '/приглашения Орлова 5А родители');
      expect(school.hears(school.dialog(ADMINISTRATOR)).at(-1)).toContain(
        'не участвует, поэтому приглашение не выпущено',
      );

      await issues(school, '/приглашения Второв 5А родители', ADMINISTRATOR);
      expect(await school.follows('z01', doorOf(school, 'z01'))).toBe(true);
      expect(school.mayWrite('z01', chat)).toBe(true);
      expect(await school.stores.records.all('membership')).toEqual([]);
    },
    inviting(),
  );

  scene(
    'a chat nobody has registered: how to make it is said, and nothing is issued',
    async (school) => {
      await school.says(TEACHER, school.dialog(TEACHER), '/приглашения 5А родители');
      expect(school.hears(school.dialog(TEACHER)).at(-1)).toContain('/чат родители 5А');
      expect(await school.stores.records.all('invite')).toEqual([]);
    },
    inviting(),
  );
});
