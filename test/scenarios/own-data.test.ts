import type { PlaceRef } from '../../src/domain/refs.js';
import { MINUTE } from '../../src/domain/time.js';
import { type School, scene, TEACHER } from './world.js';

const RUDE = 'Вы все идиоты';

/** The words of the last file that came to a dialog. */
const paper = (school: School, where: PlaceRef): string => {
  const file = school.files(where).at(-1);
  return file === undefined ? '' : Buffer.from(file.base64, 'base64').toString('utf8');
};

describe('/мои_данные', () => {
  scene('tells a parent what is held, and who has looked at what was hidden', async (school) => {
    const parents = await school.chat('class_parents');
    const dialog = school.dialog('p02');
    for (const who of ['p02', TEACHER]) await school.allows(who);
    await school.says('p02', parents, RUDE);
    await school.presses(TEACHER, school.dialog(TEACHER), 'Показать фрагмент');
    await school.presses(TEACHER, school.dialog(TEACHER), 'Для решения по делу');
    await school.passes(MINUTE);

    await school.says('p02', dialog, '/мои_данные');
    await school.presses('p02', dialog, 'Мои');

    const words = paper(school, dialog);
    expect(words).toContain('Строка списка школы: Петров Денис Олегович, родитель (законный представитель), номер p02');
    expect(words).toContain('Дело № 1: сообщение от 09.09.2026 12:00, бот или работник школы увидел оскорбление.');
    expect(words).toContain('Запись о нарушении: с 09.09.2026, действует до 09.10.2026');
    expect(words).toContain('– смотрел классный руководитель, 09.09.2026 12:00');
    expect(words).not.toContain(RUDE);
    expect(words).not.toContain('memory:');
    expect((await school.journal()).at(-1)).toMatchObject({ outcome: 'done' });
  });

  scene('tells a parent of a child of grade 5, and nobody of somebody else’s', async (school) => {
    const dialog = school.dialog('p02');
    await school.allows('p02');

    await school.says('p02', dialog, '/мои_данные');
    expect(school.buttons(dialog)).toEqual(['Мои', 'Петрова Д.']);
    await school.presses('p02', dialog, 'Петрова Д.');

    expect(paper(school, dialog)).toContain('Петрова Дарья, обучающийся, номер s02');
  });

  scene('asks a pupil of grade 5 to have a parent do it', async (school) => {
    await school.allows('s02');

    await school.says('s02', school.dialog('s02'), '/мои_данные');

    expect(school.files(school.dialog('s02'))).toEqual([]);
    expect(school.hears(school.dialog('s02')).at(-1)).toContain('родител');
  });
});
