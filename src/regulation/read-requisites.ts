import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { inFigures } from '../domain/typed-date.js';
import type { Requisites } from './edition.js';

dayjs.extend(customParseFormat);

const DATE = String.raw`(\d{1,2}\.\d{1,2}\.\d{4})`;
const NUMBER = String.raw`(?:№\s*)?([\p{L}\p{N}][\p{L}\p{N}/.-]{0,30}?)`;
const act = (name: string): RegExp => new RegExp(`${name}\\S*\\s+${NUMBER}\\s+от\\s+${DATE}`, 'iu');
const PROTOCOL = act('протокол');
const ORDER = act('приказ');
const IN_FORCE = new RegExp(`(?:действует|вступает|вводится|в силе)(?:\\s+\\S+){0,3}?\\s+с\\s+${DATE}`, 'iu');

/** `16.10.2026` as `2026-10-16`; undefined when there is no such day. */
const dateOf = (typed: string): string | undefined => {
  const day = dayjs(typed, ['DD.MM.YYYY', 'D.M.YYYY'], true);
  return day.isValid() ? day.format('YYYY-MM-DD') : undefined;
};

const actIn = (words: string, act: RegExp): { readonly number: string; readonly date: string } | undefined => {
  const [, number, typed = ''] = act.exec(words) ?? [];
  const date = dateOf(typed);
  return number === undefined || date === undefined ? undefined : { number, date };
};

const sessionIn = (words: string | undefined, body: string) => {
  const found = words === undefined ? undefined : actIn(words, PROTOCOL);
  return found && { body, protocol: found.number, date: found.date };
};

/**
 * What adopts an edition, as somebody types it: «протокол № 3 от 16.10.2026; приказ 01-10-355 от 19.10.2026; действует с
 * 26.10.2026»; opinions as «совет родителей протокол № 2 от …». What is not there, or is no date, is left out.
 * @param body whose protocol it is when nothing else is said: the council that adopts editions in this school.
 */
export const readRequisites = (typed: string, body: string): Partial<Requisites> => {
  const words = inFigures(typed);
  const parts = words.split(/[;\n]+/u).map((part) => part.trim());
  const about = (council: RegExp) => parts.find((part) => council.test(part));
  const parents = sessionIn(about(/родител/iu), 'Совет родителей');
  const students = sessionIn(about(/обучающ|ученик|учащ/iu), 'Совет обучающихся');
  const agreed = sessionIn(about(/управляющ/iu), 'Управляющий совет');
  const adopting = parts.filter((part) => !/родител|обучающ|ученик|учащ|управляющ/iu.test(part)).join('; ');
  const accepted = sessionIn(adopting, body);
  const order = actIn(adopting, ORDER);
  const inForceFrom = dateOf(IN_FORCE.exec(words)?.[1] ?? '');
  return {
    ...(accepted ? { accepted } : {}),
    ...(agreed ? { agreed } : {}),
    ...(order ? { order } : {}),
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
    ...(parents || students
      ? { opinions: { ...(parents ? { parents } : {}), ...(students ? { students } : {}) } }
      : {}),
  };
};
