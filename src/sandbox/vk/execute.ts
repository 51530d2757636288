import { refuse } from './refused.js';

export interface Inner {
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
}

const MOST_CALLS = 25;
const HEAD = /^\s*API\.(\w+\.\w+)\s*\(/;

/** The end of a JSON value that begins the text, minding quotes. */
const endOfJson = (text: string): number => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted && sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '{' || sign === '[')) depth += 1;
    else if (!quoted && (sign === '}' || sign === ']')) depth -= 1;
    if (depth === 0 && !quoted && at > 0) return at + 1;
  }
  return refuse(12, 'unexpected end of code');
};

const formOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(String).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
};

const argumentsOf = (json: string): Inner['params'] => {
  try {
    const given: unknown = JSON.parse(json);
    return Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, formOf(value)]));
  } catch {
    return refuse(12, 'arguments are not an object');
  }
};

const oneCall = (text: string): { readonly inner: Inner; readonly rest: string } => {
  const head = HEAD.exec(text) ?? refuse(12, `unexpected «${text.slice(0, 20)}»`);
  const args = text.slice(head[0].length).trimStart();
  const end = args.startsWith(')') ? 0 : endOfJson(args);
  const tail = args.slice(end).trimStart();
  if (!tail.startsWith(')')) refuse(12, 'missing )');
  const inner = { method: head[1] ?? '', params: end === 0 ? {} : argumentsOf(args.slice(0, end)) };
  return { inner, rest: tail.slice(1).trimStart() };
};

/** Of VKScript this server knows one sentence only: `return [API.a.b({…}), …];`. */
export const parseExecute = (code: string): readonly Inner[] => {
  const [, body] = /^\s*return\s*\[([\s\S]*)\]\s*;?\s*$/.exec(code) ?? refuse(12, 'only «return [API.a.b({…}), …];»');
  const calls: Inner[] = [];
  for (let left = (body ?? '').trim(); left !== ''; ) {
    const { inner, rest } = oneCall(left);
    calls.push(inner);
    if (rest !== '' && !rest.startsWith(',')) refuse(12, 'missing ,');
    left = rest.slice(1).trim();
  }
  return calls.length > MOST_CALLS ? refuse(13, 'Too many API calls') : calls;
};
