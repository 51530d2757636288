import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import fc from 'fast-check';
import { RUSSIAN_ZONES, zoneMark } from '../../src/meetings/local-day.js';
import { type Reading, readWhen } from '../../src/meetings/when/read-when.js';
import { PHRASES } from './when-phrases.js';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(customParseFormat);

const FORM = 'DD.MM.YYYY HH:mm';
const instant = (local: string, zone: string): number => {
  const [date = '', time = ''] = local.split(' ');
  return dayjs.tz(`${date.split('.').reverse().join('-')} ${time}`, zone).valueOf();
};

/** A reading as the table writes it. */
const written = (reading: Reading, zone: string): string => {
  if (reading.is === 'refusal') return `! ${reading.why}`;
  const local = (at: number): string => dayjs(at).tz(zone).format(FORM);
  if (reading.is === 'question') return `? ${reading.about}: ${reading.choices.map(local).join(', ')}`.trim();
  const { at, minutes, repeats } = reading;
  return [local(at), minutes === undefined ? '' : `+${minutes}`, repeats ?? ''].filter(Boolean).join(' ');
};

const rows = PHRASES.split('\n').flatMap((line) => {
  if (!line.includes('|')) return [];
  const [said = '', expected = ''] = line.split('|').map((cell) => cell.trim());
  const [, moment, words] = /^@ (.+) @ (.*)$/.exec(said) ?? [];
  return [{ words: words ?? said, moment: moment ?? '23.09.2026 12:00', expected }];
});

describe('when a meeting is to be', () => {
  it.each(rows)('$moment «$words» → $expected', ({ words, moment, expected }) => {
    const zone = 'Europe/Moscow';
    expect(written(readWhen(words, { now: instant(moment, zone), zone }), zone)).toBe(expected);
  });

  it('is told by a table of at least two hundred phrases', () => {
    expect(new Set(rows.map(({ words, moment }) => `${moment} ${words}`)).size).toBeGreaterThanOrEqual(200);
  });

  it.each(RUSSIAN_ZONES)('%s: every phrase means the same by the clock of the school', (zone) => {
    for (const { words, moment, expected } of rows) {
      // Whose clock is meant is told apart below.
      if (/мск|моск/iu.test(words)) continue;
      expect([words, written(readWhen(words, { now: instant(moment, zone), zone }), zone)]).toEqual([words, expected]);
    }
  });

  it.each([
    ['Europe/Kaliningrad', '17:30', 'МСК−1'],
    ['Europe/Moscow', '18:30', 'МСК'],
    ['Europe/Samara', '19:30', 'МСК+1'],
    ['Asia/Yekaterinburg', '20:30', 'МСК+2'],
    ['Asia/Omsk', '21:30', 'МСК+3'],
    ['Asia/Krasnoyarsk', '22:30', 'МСК+4'],
    ['Asia/Irkutsk', '23:30', 'МСК+5'],
  ])('%s: 18:30 by Moscow is %s there, and the zone is called %s', (zone, clock, mark) => {
    const now = instant('23.09.2026 12:00', zone);
    for (const words of ['в пятницу в 18:30 МСК', 'в пятницу в 18:30 по Москве'])
      expect(written(readWhen(words, { now, zone }), zone)).toBe(`25.09.2026 ${clock}`);
    expect(zoneMark(now, zone)).toBe(mark);
  });

  it.each([
    ['Asia/Yakutsk', 'МСК+6'],
    ['Asia/Vladivostok', 'МСК+7'],
    ['Asia/Magadan', 'МСК+8'],
    ['Asia/Kamchatka', 'МСК+9'],
  ])('%s, %s: the evening of Moscow is the next morning there', (zone, mark) => {
    const now = instant('23.09.2026 12:00', zone);
    const hours = (Number(mark.slice(4)) + 18) % 24;
    const there = `26.09.2026 ${String(hours).padStart(2, '0')}:30`;
    expect(written(readWhen('в пятницу в 18:30 по московскому времени', { now, zone }), zone)).toBe(there);
    expect(zoneMark(now, zone)).toBe(mark);
  });

  it.each([
    ['в пятницу в 18:30 МСК+2', '25.09.2026 16:30'],
    ['в пятницу в 18:30 (МСК-1)', '25.09.2026 19:30'],
    ['в пятницу в 18:30 по Екатеринбургу', '25.09.2026 16:30'],
    ['в пятницу в 18:30 по камчатскому времени', '25.09.2026 09:30'],
  ])('in Moscow «%s» is %s', (words, there) => {
    const zone = 'Europe/Moscow';
    expect(written(readWhen(words, { now: instant('23.09.2026 12:00', zone), zone }), zone)).toBe(there);
  });

  it('never reads one instant out of words that name no time, and never one that is past', () => {
    const zone = 'Asia/Vladivostok';
    const now = instant('23.09.2026 12:00', zone);
    const word = fc.constantFrom(
      ...'в во на с до к завтра сегодня пятницу пятница вторник 18:30 6:30 25.09 10.12 25 сентября 2026 года утра вечера часов следующей неделе через неделю половине седьмого , или не мск 1830 00:00 час'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 9 }), (words) => {
        const said = words.join(' ');
        const reading = readWhen(said, { now, zone });
        if (reading.is === 'certain') {
          expect(reading.at).toBeGreaterThan(now);
          expect(said).toMatch(/\d|седьмого|час|неделю/u);
        }
        if (reading.is === 'question') for (const at of reading.choices) expect(at).toBeGreaterThan(now);
      }),
      { numRuns: 2_000 },
    );
  });

  it('comes to an end whatever is typed', () => {
    const context = { now: instant('23.09.2026 12:00', 'Europe/Moscow'), zone: 'Europe/Moscow' };
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (said) => {
        expect(['certain', 'question', 'refusal']).toContain(readWhen(said, context).is);
      }),
      { numRuns: 500 },
    );
  });
});
