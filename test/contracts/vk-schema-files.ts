import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';

/** VK's own JSON schema: from `VK_API_SCHEMA`, else beside the project. Tests that find none say so and go on. */
const FOLDER = process.env.VK_API_SCHEMA ?? resolve('../shared/contracts/vk-api-schema');
export const available = existsSync(join(FOLDER, 'errors.json'));
if (!available) process.stderr.write('VK API schema: absent, exchanges are not validated (set VK_API_SCHEMA)\n');

export type Json = Record<string, unknown>;
export interface Parameter extends Json {
  readonly name: string;
  readonly type: string;
  readonly items?: Json;
  readonly required?: boolean;
}
export interface Method {
  readonly name: string;
  readonly access_token_type: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, Json>>;
  readonly errors?: readonly { readonly $ref: string }[];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const read = (path: string): Json => JSON.parse(readFileSync(join(FOLDER, path), 'utf8')) as Json;

const withoutFlag = ({ required, ...schema }: Json): Json =>
  typeof required === 'boolean' ? schema : { ...schema, ...(required !== undefined && { required }) };

const normalProperties = (properties: Json): Json =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, isObject(schema) ? normal(withoutFlag(schema)) : schema]),
  );

/** VK's dialect → draft-07: `required: true` moves from the property to its parent, foreign keywords go. */
export const normal = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(normal);
  if (!isObject(schema)) return schema;
  const { discriminator: _, properties, required, ...rest } = schema;
  const out: Json = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, normal(value)]));
  if (Array.isArray(required)) out.required = required;
  if (!isObject(properties)) return properties === undefined ? out : { ...out, properties };
  const needed = Object.keys(properties).filter((name) => {
    const property = properties[name];
    return isObject(property) && property.required === true;
  });
  return { ...out, properties: normalProperties(properties), ...(needed.length > 0 && { required: needed }) };
};

const definitionsOf = (path: string): Json =>
  Object.fromEntries(
    Object.entries(read(path).definitions as Json).map(([name, schema]) => [name, normal(withoutFlag(schema as Json))]),
  );

export const root = (path: string): string => `vk://schema/${path}`;

const load = () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const methods = new Map<string, Method>();
  for (const section of readdirSync(FOLDER)) {
    for (const file of ['objects.json', 'responses.json']) {
      const path = `${section}/${file}`;
      if (existsSync(join(FOLDER, path))) ajv.addSchema({ $id: root(path), definitions: patched(path) });
    }
    if (!existsSync(join(FOLDER, `${section}/methods.json`))) continue;
    for (const method of read(`${section}/methods.json`).methods as Method[]) methods.set(method.name, method);
  }
  const errors = Object.entries(read('errors.json').errors as Record<string, { code: number }>);
  const codeOf = new Map(errors.map(([name, { code }]) => [name, code]));
  return { ajv, methods, codeOf, codes: new Set([...codeOf.values(), ...CODES_OF_PAGES]) };
};

/** Codes that method pages name and the schema lacks. */
const CODES_OF_PAGES = [967, 981, 982, 983, 984, 1017, 1021];

/**
 * Where the schema is known to be wrong: inline keyboards have no `one_time`, the default colour is called `secondary` on
 * VK's own pages and by vk-io, a press carries an object and has a type.
 */
const patched = (path: string): Json => {
  const definitions = definitionsOf(path);
  const keyboard = definitions.messages_keyboard as Json | undefined;
  if (keyboard) definitions.messages_keyboard = { ...keyboard, required: ['buttons'] };
  const button = definitions.messages_keyboard_button as
    | { properties: { color: { enum: readonly string[] } } }
    | undefined;
  if (button) button.properties.color.enum = [...button.properties.color.enum, 'secondary'];
  const press = definitions.callback_message_event as { properties: Json } | undefined;
  if (press) definitions.callback_message_event = { ...press, properties: { ...press.properties, payload: {} } };
  const types = definitions.callback_type as { enum: readonly string[] } | undefined;
  if (types) definitions.callback_type = { ...types, enum: [...types.enum, 'message_event'] };
  return definitions;
};

let loaded: ReturnType<typeof load> | undefined;
export const schema = () => {
  loaded ??= load();
  return loaded;
};
