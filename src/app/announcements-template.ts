import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { templateId } from '../domain/announcement.js';
import { type Held, keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { askAnnouncement } from './announcements-ask.js';
import { told } from './announcements-talk.js';
import type { Call, Reply } from './command.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Templates of one person. */
const MOST = 20;
const NAME = 40;

/** What stands in braces: the day of today, of tomorrow, the own class. */
const filled = (line: string, call: Call): string => {
  const today = dayjs(call.now).tz(call.zone);
  const values: Readonly<Record<string, string>> = {
    сегодня: today.format('DD.MM.YYYY'),
    дата: today.format('DD.MM.YYYY'),
    завтра: today.add(1, 'day').format('DD.MM.YYYY'),
    класс: call.person?.classes[0] ?? '',
  };
  return line.replace(/\{\s*(\p{L}+)\s*\}/gu, (whole, name: string) => values[name.toLowerCase()] ?? whole);
};

/** What was left in braces is for whoever uses it to fill in. */
const unfilled = (line: string): readonly string[] =>
  [...line.matchAll(/\{\s*(\p{L}+)\s*\}/gu)].map(([, name = '']) => name);

/** «шаблоны», «шаблон экскурсия: родители 5А: …», «шаблон экскурсия место=музей», «шаблон удалить экскурсия». */
export const templates = async (words: string, call: Call): Promise<Reply> => {
  const { person } = call;
  if (person === undefined) return told(call, text('announce-read-who'), 'nobody');
  const plain = words.trim();
  const own = (await call.records.all('template')).filter(({ value }) => value.owner === person.id);
  if (plain === '') {
    const lines = own.map(({ value }) => text('announce-template-line', { name: value.name }));
    return told(
      call,
      lines.length === 0 ? text('announce-template-none') : text('announce-templates', { lines }),
      'templates',
    );
  }
  const removed = /^(?:удалить|delete)\s+(.+)$/isu.exec(plain)?.[1]?.trim();
  const [name = '', line] = (removed ?? plain).split(/(?<!\d):\s*(.*)/su);
  const found = own.find(({ id }) => id === templateId(name.trim(), person.id));
  if (removed !== undefined) {
    const said = told(
      call,
      text(found ? 'announce-template-removed' : 'announce-template-unknown', { name: name.trim() }),
      'template',
    );
    return found ? { ...said, changes: [keep('template', found.id, null, found)] } : said;
  }
  if (line === undefined) return use(plain, own, call);
  if (name.trim().length > NAME || line.length > 3_000 || (found === undefined && own.length >= MOST))
    return told(call, text('announce-template-large'), 'large');
  const value = { owner: person.id, name: name.trim(), line, at: call.now };
  return {
    ...told(call, text('announce-template-kept', { name: name.trim() }), 'template'),
    changes: [keep('template', templateId(name.trim(), person.id), value, found)],
  };
};

type Own = readonly Held<'template'>[];

/** «экскурсия место=музей, время=10:00». */
const use = async (plain: string, own: Own, call: Call): Promise<Reply> => {
  const template = own
    .toSorted((one, other) => other.value.name.length - one.value.name.length)
    .find(({ value }) => plain.toLowerCase().startsWith(value.name.toLowerCase()));
  if (template === undefined)
    return told(call, text('announce-template-unknown', { name: plain.slice(0, NAME) }), 'template');
  const given = [...plain.slice(template.value.name.length).matchAll(/(\p{L}+)\s*=\s*([^,;]+)/gu)];
  const line = given.reduce(
    (before, [, name = '', value = '']) => before.replaceAll(new RegExp(`\\{\\s*${name}\\s*\\}`, 'giu'), value.trim()),
    filled(template.value.line, call),
  );
  const [missing] = unfilled(line);
  if (missing !== undefined)
    return told(call, text('announce-template-missing', { name: template.value.name, missing }), 'missing');
  return askAnnouncement(line, call);
};
