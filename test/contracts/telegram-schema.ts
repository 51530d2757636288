import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Telegram's own description of its Bot API: from `TELEGRAM_API_SCHEMA`, else beside the project. */
const FILE = process.env.TELEGRAM_API_SCHEMA ?? resolve('../shared/contracts/telegram-bot-api.json');
export const available = existsSync(FILE);
if (!available)
  process.stderr.write('Telegram API description: absent, exchanges are not validated (set TELEGRAM_API_SCHEMA)\n');

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
}
interface Method {
  readonly fields?: readonly Field[];
  readonly returns: readonly string[];
}
interface Type {
  readonly fields?: readonly Field[];
  readonly subtypes?: readonly string[];
}
interface Api {
  readonly methods: Readonly<Record<string, Method>>;
  readonly types: Readonly<Record<string, Type>>;
}

type Json = Readonly<Record<string, unknown>>;

let loaded: Api | undefined;
const api = (): Api => {
  loaded ??= JSON.parse(readFileSync(FILE, 'utf8')) as Api;
  return loaded;
};

/** Newer than this copy of the description. */
const NEWER: readonly string[] = ['can_send_welcome_messages'];

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: Number.isSafeInteger,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  False: (value) => value === false,
};

const ofType = (value: unknown, type: string, at: string): readonly string[] => {
  const items = /^Array of (.+)$/.exec(type)?.[1];
  if (items !== undefined)
    return Array.isArray(value) ? value.flatMap((item, n) => ofType(item, items, `${at}/${n}`)) : [`${at} is no array`];
  const scalar = SCALARS[type];
  if (scalar) return scalar(value) ? [] : [`${at} is no ${type}`];
  if (type === 'InputFile') return typeof value === 'string' ? [] : [`${at} is no file`];
  const known = api().types[type];
  if (known === undefined) return [`${at}: ${type} is not described`];
  if (known.subtypes) return anyOf(value, known.subtypes, at);
  return isObject(value) ? fieldsOf(value, known.fields ?? [], at) : [`${at} is no ${type}`];
};

const anyOf = (value: unknown, types: readonly string[], at: string): readonly string[] => {
  const all = types.map((type) => ofType(value, type, at));
  return all.some((found) => found.length === 0) ? [] : (all.toSorted((a, b) => a.length - b.length)[0] ?? []);
};

const fieldsOf = (value: Json, fields: readonly Field[], at: string): readonly string[] => [
  ...fields.flatMap(({ name, types, required }) => {
    const given = value[name];
    if (given === undefined) return required ? [`${at}/${name} is missing`] : [];
    return anyOf(given, types, `${at}/${name}`);
  }),
  ...Object.keys(value).flatMap((name) =>
    fields.some((field) => field.name === name) || NEWER.includes(name) ? [] : [`${at}/${name} is not described`],
  ),
];

/** In a form all values are text. */
const decoded = (value: unknown, types: readonly string[]): unknown => {
  if (typeof value !== 'string' || types.includes('String') || types.includes('InputFile')) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
};

const requestDefects = (method: Method, params: Json): readonly string[] => {
  const fields = method.fields ?? [];
  const body = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      decoded(value, fields.find((field) => field.name === name)?.types ?? []),
    ]),
  );
  return fieldsOf(body, fields, '');
};

const answerDefects = (method: Method, answer: Json): readonly string[] => {
  if (answer.ok === true) return anyOf(answer.result, method.returns, 'result');
  const { error_code: code, description } = answer;
  return typeof code === 'number' && typeof description === 'string' ? [] : ['an error of no known shape'];
};

/** What Telegram's description has against this request and this answer. */
export const checkExchange = (name: string, params: Json, answer: object): readonly string[] => {
  if (!available) return [];
  const method = api().methods[name];
  if (method === undefined) return [`${name} is not a method of Telegram`];
  return [...requestDefects(method, params), ...answerDefects(method, answer as Json)].map(
    (defect) => `${name}: ${defect}`,
  );
};

/** The same for an update. */
export const checkUpdate = (update: Json): readonly string[] => (available ? ofType(update, 'Update', 'update') : []);
