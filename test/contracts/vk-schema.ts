import type { ValidateFunction } from 'ajv';
import { available, type Json, type Method, normal, type Parameter, root, schema } from './vk-schema-files.js';

export { available };

const compiled = new Map<string, ValidateFunction>();
const validator = (ref: string): ValidateFunction => {
  const known = compiled.get(ref) ?? schema().ajv.compile({ $ref: ref });
  compiled.set(ref, known);
  return known;
};

const defects = (check: ValidateFunction, value: unknown): string[] =>
  check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);

const scalar = (text: string, type: string): unknown =>
  (type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;

/** A form field → what the schema speaks of; a wrong one stays a string and is found. */
const decoded = (text: string, { type, items }: Parameter): unknown => {
  if (type === 'boolean') return text === '1' || text === '0' ? text === '1' : text;
  if (type !== 'array') return scalar(text, type);
  const types = [items?.type ?? 'string'].flat() as string[];
  return text.split(',').map((part) => scalar(part, types[0] ?? 'string'));
};

const TRANSPORT = new Set(['v', 'lang', 'access_token', 'test_mode']);
/** Understood by VK, not by its schema. */
const EXTRA_PARAMETERS: readonly Parameter[] = [{ name: 'format_data', type: 'string' }];
const UNDOCUMENTED: Readonly<Record<string, Method>> = {
  'messages.changeConversationMemberRestrictions': {
    name: 'messages.changeConversationMemberRestrictions',
    access_token_type: ['group'],
    parameters: [
      { name: 'peer_id', type: 'integer', required: true },
      { name: 'member_ids', type: 'array', items: { type: 'integer' }, required: true },
      { name: 'action', type: 'string', enum: ['ro', 'rw'], required: true },
      { name: 'for', type: 'integer', minimum: 1 },
    ],
    responses: {
      response: {
        type: 'object',
        properties: {
          response: {
            type: 'object',
            properties: { failed_member_ids: { type: 'array', items: { type: 'integer' }, required: true } },
            required: true,
          },
        },
      },
    },
  },
};

const methodOf = (name: string): Method | undefined => UNDOCUMENTED[name] ?? schema().methods.get(name);

const section = (method: string): string => method.split('.')[0] ?? '';

const parametersOf = (method: Method): readonly Parameter[] => [
  ...(method.parameters ?? []),
  ...(method.name === 'messages.send' || method.name === 'messages.edit' ? EXTRA_PARAMETERS : []),
];

const requestValidator = (method: Method): ValidateFunction => {
  const key = `request ${method.name}`;
  const known = compiled.get(key);
  if (known) return known;
  const properties = Object.fromEntries(
    parametersOf(method).map(({ name, ...parameter }) => {
      const { $ref: _, ...plain } = parameter as Json;
      return [name, parameter.type === 'string' ? plain : parameter];
    }),
  );
  const made = schema().ajv.compile({
    $id: root(`${section(method.name)}/request-${method.name}.json`),
    ...(normal({ type: 'object', properties }) as Json),
    additionalProperties: false,
  });
  compiled.set(key, made);
  return made;
};

const NESTED: Readonly<Record<string, string>> = {
  keyboard: root('messages/objects.json#/definitions/messages_keyboard'),
  forward: root('messages/objects.json#/definitions/messages_forward'),
};

const nestedDefects = (params: Readonly<Record<string, string>>): string[] =>
  Object.entries(NESTED).flatMap(([name, ref]) => {
    const text = params[name];
    if (text === undefined) return [];
    try {
      return defects(validator(ref), JSON.parse(text)).map((defect) => `${name}: ${defect}`);
    } catch {
      return [`${name}: is not JSON`];
    }
  });

const randomIdDefects = ({ random_id: given }: Readonly<Record<string, string>>): string[] => {
  const value = Number(given);
  return given === undefined || (value === (value | 0) && value !== 0) ? [] : ['random_id: is not a non-zero int32'];
};

const requestDefects = (method: Method, params: Readonly<Record<string, string>>): string[] => {
  const types = new Map(parametersOf(method).map((parameter) => [parameter.name, parameter]));
  const body = Object.fromEntries(
    Object.entries(params)
      .filter(([name]) => !TRANSPORT.has(name))
      .map(([name, text]) => [name, decoded(text, types.get(name) ?? { name, type: 'string' })]),
  );
  const token = method.access_token_type.includes('group') ? [] : ['is not callable with a group token'];
  return [...token, ...defects(requestValidator(method), body), ...nestedDefects(params), ...randomIdDefects(params)];
};

const responseValidators = (method: Method): readonly ValidateFunction[] =>
  Object.entries(method.responses).map(([name, response]) => {
    const key = `response ${method.name} ${name}`;
    const known = compiled.get(key);
    const $id = root(`${section(method.name)}/${name}-${method.name}.json`);
    const made = known ?? schema().ajv.compile({ $id, ...(normal(response) as Json) });
    compiled.set(key, made);
    return made;
  });

const errorDefects = (error: unknown): string[] => {
  const { error_code: code, error_msg: text, request_params: echo } = (error ?? {}) as Json;
  const unknown = typeof code === 'number' && schema().codes.has(code) ? [] : [`error_code ${code} is not VK's`];
  const told = JSON.stringify(echo ?? []).includes('access_token') ? ['request_params: tells the token'] : [];
  return [...unknown, ...told, ...(typeof text === 'string' ? [] : ['error_msg is missing'])];
};

const responseDefects = (method: Method, answer: Json): string[] => {
  if (answer.error !== undefined) return errorDefects(answer.error);
  const empty = method.name === 'utils.resolveScreenName' && JSON.stringify(answer.response) === '[]';
  const all = responseValidators(method).map((check) => defects(check, { response: answer.response }));
  return empty || all.some((found) => found.length === 0) ? [] : (all[0] ?? []);
};

/** What VK's schema has against an answer, whatever was asked. */
export const checkAnswer = (name: string, answer: object): string[] => {
  if (!available) return [];
  const method = methodOf(name);
  const found = method ? responseDefects(method, answer as Json) : errorDefects((answer as Json).error);
  return found.map((defect) => `${name}: ${defect}`);
};

/** What VK's schema has against this request and this answer. */
export const checkExchange = (name: string, params: Readonly<Record<string, string>>, answer: object): string[] => {
  if (!available) return [];
  const method = methodOf(name);
  if (!method) return [`${name} is not a method of VK`];
  return [...requestDefects(method, params), ...responseDefects(method, answer as Json)].map(
    (defect) => `${name}: ${defect}`,
  );
};

const OBJECTS: Readonly<Record<string, string>> = {
  message_new: 'callback/objects.json#/definitions/callback_message_new',
  message_edit: 'callback/objects.json#/definitions/callback_message',
  message_reply: 'callback/objects.json#/definitions/callback_message',
  message_event: 'callback/objects.json#/definitions/callback_message_event',
  message_allow: 'callback/objects.json#/definitions/callback_message_allow',
  message_deny: 'callback/objects.json#/definitions/callback_message_deny',
};

/** The same for an event, its envelope included. */
export const checkEvent = (event: { readonly type: string; readonly object: object }): string[] => {
  if (!available) return [];
  const ref = OBJECTS[event.type];
  if (ref === undefined) return [`${event.type} is not an event known here`];
  const envelope = defects(validator(root('callback/objects.json#/definitions/callback_base')), event);
  return [...envelope, ...defects(validator(root(ref)), event.object)].map((defect) => `${event.type}: ${defect}`);
};
