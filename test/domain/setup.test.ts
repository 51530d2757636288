import fc from 'fast-check';
import { readAct } from '../../src/domain/act.js';
import { afterStep, beginSetup, SETUP_STEPS, type Setup, stepBack } from '../../src/domain/setup.js';

describe('the steps of a set-up', () => {
  it('are taken one after another, whatever is answered when', () => {
    const answers = fc.array(fc.tuple(fc.constantFrom(...SETUP_STEPS), fc.constantFrom('a01', 'u01')), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(answers, (given) => {
        let setup: Setup = beginSetup(0);
        for (const [at, [step, by]] of given.entries()) {
          const next = afterStep(setup, step, by, at);
          expect(next !== undefined).toBe(setup.step === step);
          setup = next ?? setup;
        }
        const order = setup.taken.map(({ step }) => step);
        expect(order).toEqual(SETUP_STEPS.slice(0, order.length));
        expect(setup.step).toBe(SETUP_STEPS[order.length] ?? 'done');
      }),
    );
  });
});

describe('a step taken back', () => {
  it('is the one before, as long as there is one and the set-up goes on', () => {
    const second = afterStep(beginSetup(0), 'order', 'a01', 1);
    expect(second && stepBack(second)?.step).toBe('order');
    expect(stepBack(beginSetup(0))).toBeUndefined();
    expect(stepBack({ ...beginSetup(0), step: 'done' })).toBeUndefined();
  });
});

describe('an order as it is typed', () => {
  it.each([
    ['01-10-300 от 28.08.2026', '01-10-300', '2026-08-28'],
    ['приказ № 80 от 1.9.2026 г.', '80', '2026-09-01'],
    ['Приказ 01-10/300-од  от 28.08.2026 года', '01-10/300-од', '2026-08-28'],
    ['№12.3 от 28.08.2026.', '12.3', '2026-08-28'],
    ['приказ №01-10-300 от 28 августа 2026 г.', '01-10-300', '2026-08-28'],
    ['Приказ № 7 от «01» сентября 2026 года', '7', '2026-09-01'],
    ['01-10-300 28.08.2026', '01-10-300', '2026-08-28'],
    ['N 80 от 28.08.26', '80', '2026-08-28'],
  ])('«%s»', (typed, number, date) => expect(readAct(typed)).toEqual({ number, date }));

  it.each([
    '',
    'приказ',
    '80',
    'от 28.08.2026',
    '80 от 31.02.2026',
    '80 от 31 февраля 2026',
    '80 от 28 августа',
    '28.08.2026',
    '28 августа 2026',
    'без номера от 28.08.2026',
    `${'1'.repeat(50)} от 28.08.2026`,
  ])('«%s» is none', (typed) => expect(readAct(typed)).toBeUndefined());
});
