import { once } from 'node:events';
import { z } from 'zod';
import { createSay, type Say } from '../app/say.js';
import { CHAT_KINDS, type ChatKind } from '../domain/chat.js';
import type { Standing } from '../domain/clause.js';
import type { Message } from '../domain/message.js';
import { ROLES } from '../domain/person.js';
import { accountRef, chatRef } from '../domain/refs.js';
import { type Settings, settingsOf } from '../domain/settings.js';
import type { Verdict } from '../domain/verdict.js';
import { decide } from '../moderation/decide.js';
import type { Facts } from '../moderation/facts.js';
import { rules } from '../moderation/rules/index.js';
import { inProject } from '../project-root.js';
import { standing } from '../regulation/cite.js';
import { loadPolicy } from '../storage/policy.js';
import { loadBeginning } from '../storage/school.js';
import { readOptions } from './arguments.js';
import { traceOf } from './check-trace.js';
import { linesOf } from './lines.js';
import { rulesPage } from './rules-page.js';
import { settings } from './settings.js';
import { BadUsage, EXIT, type Terminal } from './terminal.js';

const USAGE = `dezhurny check [--policy DIR] [--chat KIND] [--trace | --rules]; KIND is one of ${CHAT_KINDS.join(' ')}`;

const Line = z.object({
  text: z.string(),
  id: z.unknown().optional(),
  role: z.string().optional(),
  links: z.array(z.string()).default([]),
});
type Line = z.output<typeof Line>;

/** Answers held in memory before they are written. */
const AT_ONCE = 64;

interface Options {
  readonly chat: ChatKind;
  readonly standing: Standing;
  /** What the school has published of itself. */
  readonly school: Settings;
  /** Says why, when asked to. */
  readonly say?: Say;
}

const messageOf = ({ text, links }: Line): Message => ({
  ref: { place: chatRef('memory', 'check'), id: '1' },
  author: accountRef('memory', 'check'),
  at: 0,
  text,
  attachments: links.length === 0 ? [] : [{ kind: 'link', words: links }],
  forwarded: [],
});

const findingsOf = ({ findings }: Verdict) =>
  findings.map(({ citation, ...finding }) => ({ ...finding, clause: citation.clause, document: citation.document }));

const answer = (line: string | null, { chat, standing, school, say }: Options): unknown => {
  if (line === null) return { id: null, error: 'the line is too long' };
  let parsed: z.ZodSafeParseResult<Line>;
  try {
    parsed = Line.safeParse(JSON.parse(line));
  } catch {
    return { id: null, error: 'not JSON' };
  }
  if (!parsed.success)
    return {
      id: null,
      error: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; '),
    };
  const { id = null, role: named } = parsed.data;
  const role = ROLES.find((one) => one === named);
  const message = messageOf(parsed.data);
  const facts: Facts = { chat, school, ...(role === undefined ? {} : { role }) };
  const verdict = decide(message, facts, standing);
  return {
    id,
    findings: findingsOf(verdict),
    decision: verdict.decision,
    ...(verdict.errors.length > 0 ? { errors: verdict.errors } : {}),
    ...(say ? { trace: traceOf(message, facts, standing, say) } : {}),
  };
};

/** Answers what has arrived at once, and waits for a slow reader, so that nothing piles up in memory. */
const pump = async (io: Terminal, options: Options): Promise<void> => {
  for await (const lines of linesOf(io.stdin))
    for (let i = 0; i < lines.length; i += AT_ONCE) {
      const answers = lines.slice(i, i + AT_ONCE).map((line) => `${JSON.stringify(answer(line, options))}\n`);
      if (!io.stdout.write(answers.join(''))) await once(io.stdout, 'drain');
    }
};

/** A reader that has seen enough (`… | head`) is no error. */
const untilUnread = async (io: Terminal, work: Promise<void>): Promise<void> => {
  const left = new Promise<void>((resolve, reject) => {
    io.stdout.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? resolve() : reject(error)));
  });
  await Promise.race([
    left,
    work.catch((error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? left : Promise.reject(error))),
  ]);
};

const OPTIONS = {
  policy: { type: 'string' },
  chat: { type: 'string' },
  trace: { type: 'boolean', default: false },
  rules: { type: 'boolean', default: false },
} as const;

/**
 * What the rules make of texts: JSON lines in, JSON lines out, in order; nothing is stored or sent. With `--rules` prints
 * the page `docs/rules.md` instead.
 */
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const { policy: told, chat: named = 'class_parents', trace, rules: page } = readOptions(argv, OPTIONS, USAGE);
  const chat = CHAT_KINDS.find((kind) => kind === named);
  if (chat === undefined) throw new BadUsage(USAGE);
  const { POLICY_DIR, TIME_ZONE, LOCALE } = settings(io.env);
  if (page) {
    io.stdout.write(rulesPage(rules, createSay('ru')));
    return EXIT.done;
  }
  const folder = told ?? inProject(POLICY_DIR);
  const [policy, { given }] = await Promise.all([loadPolicy(folder, TIME_ZONE), loadBeginning(folder)]);
  const options = { chat, standing: standing(policy, Date.now()), school: settingsOf(given) };
  await untilUnread(io, pump(io, trace ? { ...options, say: createSay(LOCALE) } : options));
  return EXIT.done;
};
