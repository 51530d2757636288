import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import * as TJS from 'typescript-json-schema';

type Json = Readonly<Record<string, unknown>>;

const SOURCE = resolve('test/contracts/telegram-methods.ts');

/**
 * grammY's own types as a JSON schema. Takes some seconds; numbers are numbers there, whole or not. Fields that nobody knows
 * are found by `telegram-schema.ts`: closed types would refuse every intersection.
 */
const load = () => {
  const program = TJS.getProgramFromFiles([SOURCE], { strictNullChecks: true, skipLibCheck: true });
  const schema = TJS.generateSchema(program, 'Wire', {
    required: true,
    strictNullChecks: true,
    ignoreErrors: true,
  });
  if (schema === null) throw new Error('grammY’s types gave no schema');
  const ajv = new Ajv({ strict: false, allErrors: true });
  const at = (value: unknown): Json | undefined => {
    const ref = (value as Json | undefined)?.$ref;
    if (typeof ref !== 'string') return value as Json | undefined;
    return schema.definitions?.[decodeURIComponent(ref.replace('#/definitions/', ''))] as Json | undefined;
  };
  const properties = schema.properties as Json;
  const compile = (part: unknown): ValidateFunction =>
    ajv.compile({ ...(part as Json), definitions: schema.definitions });
  const partsOf = (name: 'requests' | 'results') => (at(properties[name])?.properties ?? {}) as Json;
  return { update: compile(properties.update), requests: partsOf('requests'), results: partsOf('results'), compile };
};

let loaded: ReturnType<typeof load> | undefined;
const types = () => {
  loaded ??= load();
  return loaded;
};

const defects = (words: string, check: ValidateFunction, value: unknown): readonly string[] =>
  check(value)
    ? []
    : (check.errors ?? []).slice(0, 3).map(({ instancePath, message }) => `${words}${instancePath} ${message}`);

/** What grammY's types have against this request and this answer. */
export const typeDefects = (method: string, params: Json, answer: Json): readonly string[] => {
  const { requests, results, compile } = types();
  const [request, result] = [requests[method], results[method]];
  if (result === undefined) return [`${method} is not among the methods of telegram-methods.ts`];
  const asked = request === undefined || Object.keys(params).length === 0;
  return [
    ...(asked ? [] : defects(`${method}: `, compile(request), params)),
    ...(answer.ok === true ? defects(`${method} → `, compile(result), answer.result) : []),
  ];
};

/** The same for an update. */
export const updateDefects = (update: Json): readonly string[] => defects('update: ', types().update, update);
