import { createSay } from '../../src/app/say.js';
import { lookAtCalls } from '../../src/cli/doctor/calls.js';
import { printFinding } from '../../src/cli/doctor/finding.js';
import { NOON, openSchool, type SchoolOptions } from '../scenarios/world.js';

const say = createSay('ru', () => {});

const doctor = async (options: SchoolOptions, before: (school: Awaited<ReturnType<typeof openSchool>>) => unknown) => {
  const school = await openSchool(options);
  try {
    await before(school);
    return (await lookAtCalls(school.stores, say, NOON)).map((finding) => printFinding(say, finding));
  } finally {
    await school.close();
  }
};

describe('the doctor about urgent calls', () => {
  it('says nothing while there is no chat', async () => expect(await doctor({}, () => {})).toEqual([]));

  it('counts who would be called', async () =>
    expect(await doctor({}, (school) => school.chat('class_students'))).toEqual([
      '✓ Срочные вызовы – кроме классных руководителей, ответить могут: 3',
    ]));

  it('says that nobody would hear, and names classes without a teacher', async () =>
    expect(await doctor({ linked: false }, (school) => school.chat('class_students'))).toEqual([
      expect.stringMatching(/^✗ Срочные вызовы – позвать некого\. /u),
      expect.stringMatching(/^! Срочные вызовы – классный руководитель не подключён к боту: 5А\. /u),
    ]));

  it('says that a call waits', async () =>
    expect(
      await doctor({}, async (school) => {
        const pupils = await school.chat('class_students');
        await school.says('s02', pupils, 'Не хочу больше жить');
      }),
    ).toContainEqual(expect.stringMatching(/^✗ Срочные вызовы – не приняты: 1\. /u)));
});
