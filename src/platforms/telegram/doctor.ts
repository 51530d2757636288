import { z } from 'zod';
import { MINUTE, SECOND } from '../../domain/time.js';
import { type Check, Locked } from '../../ports/platform.js';
import { ASKED } from './decode.js';
import type { TelegramOptions } from './options.js';
import type { Me, Question } from './questions.js';

export interface DoctorDeps extends Pick<TelegramOptions, 'transport' | 'say' | 'webhookUrl'> {
  readonly question: Question;
  readonly me: () => Promise<Me>;
  readonly now: () => number;
}

type Name = 'token' | 'webhook' | 'updates' | 'delivery';

const Webhook = z.object({
  url: z.string().catch(''),
  allowed_updates: z.array(z.string()).optional().catch(undefined),
  pending_update_count: z.number().catch(0),
  last_error_date: z.number().optional().catch(undefined),
  last_error_message: z.string().optional().catch(undefined),
});
type Webhook = z.output<typeof Webhook>;

/** An error of Telegram's with our address so long ago is over. */
const RECENT = 10 * MINUTE;

const checkOf = ({ say }: DoctorDeps, name: Name, ok: boolean, detail: string): Check => ({
  name: say({ key: `telegram-check-${name}` }),
  ok,
  detail,
  mend: ok ? '' : say({ key: `telegram-check-${name}-mend` }),
});

const pushed = (deps: DoctorDeps, told: Webhook): readonly Check[] => {
  const there = told.url !== '' && (deps.webhookUrl === undefined || told.url === deps.webhookUrl);
  const missing = ASKED.filter((name) => told.allowed_updates?.includes(name) === false);
  const failing = told.last_error_date !== undefined && deps.now() - told.last_error_date * SECOND < RECENT;
  return [
    checkOf(deps, 'webhook', there, ''),
    checkOf(deps, 'updates', told.allowed_updates !== undefined && missing.length === 0, missing.join(', ')),
    checkOf(deps, 'delivery', !failing, failing ? (told.last_error_message ?? '') : ''),
  ];
};

/** What the bot needs of Telegram, as far as it can see. */
export const check = async (deps: DoctorDeps): Promise<readonly Check[]> => {
  try {
    const me = await deps.me();
    const told = await deps.question('getWebhookInfo', undefined as never, Webhook);
    return [
      checkOf(deps, 'token', true, `@${me.username ?? me.id}`),
      // As an administrator it reads everything all the same; in a chat where it is none it could not judge anyhow.
      ...(deps.transport === 'webhook' ? pushed(deps, told) : []),
    ];
  } catch (error) {
    if (!(error instanceof Locked)) throw error;
    return [checkOf(deps, 'token', false, error.message)];
  }
};
