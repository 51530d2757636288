/** The demo school's own time, the one in which the bot writes. */
const ZONE = 'Europe/Moscow';

const format = (options) => new Intl.DateTimeFormat('ru-RU', { timeZone: ZONE, ...options });
const clock = format({ hour: '2-digit', minute: '2-digit' });
const exactClock = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });
const day = format({ day: 'numeric', month: 'long' });
const dayOfYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = format({ day: '2-digit', month: '2-digit', year: '2-digit' });
const weekday = format({ weekday: 'short' });
const plain = format({ year: 'numeric', month: '2-digit', day: '2-digit' });

const DAY = 86_400_000;

/** Two moments of one day have the same one. */
export const dayKey = (at) => plain.format(at);
export const time = (at) => clock.format(at);
export const exactTime = (at) => exactClock.format(at);

const year = (at) => dayKey(at).slice(-4);
const date = (at) => (year(at) === year(Date.now()) ? day.format(at) : dayOfYear.format(at).replace(/\s*г\.$/, ''));

/** «Сегодня», «Вчера», «12 сентября». */
export const dayTitle = (at) => {
  if (dayKey(at) === dayKey(Date.now())) return 'Сегодня';
  if (dayKey(at) === dayKey(Date.now() - DAY)) return 'Вчера';
  return date(at);
};

/** As short as a list of chats needs. */
export const shortWhen = (at) => {
  const now = Date.now();
  if (dayKey(at) === dayKey(now)) return time(at);
  return now - at < 6 * DAY ? weekday.format(at) : shortDay.format(at);
};

/** «до 23:40», «до 12 сентября, 23:40». */
export const until = (at) => (dayKey(at) === dayKey(Date.now()) ? `до ${time(at)}` : `до ${date(at)}, ${time(at)}`);

export const editionDate = (iso) => iso.split('-').reverse().join('.');

/** «12 мс», «1,4 с». */
export const span = (ms) =>
  Math.abs(ms) < 1000
    ? `${Math.round(ms)} мс`
    : `${(ms / 1000).toLocaleString('ru-RU', { maximumFractionDigits: 1 })} с`;
