import { text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import { cited } from './may.js';
import { isExport } from './migration-form.js';
import { here } from './reply.js';

/** What others wrote in an old chat is never taken, nor opened: clause 3.1 moves people, not their words. */
export const withoutExport = (call: Call): Reply | undefined => {
  const brought = call.message.attachments.some(({ file }) => file !== undefined && isExport(file.name));
  if (!brought) return undefined;
  const rights = call.cite('RIGHTS');
  const words = rights ? text('migration-export', { cited: cited(rights) }) : text('migration-export-plain');
  return { actions: [here(call, words)], changes: [], because: 'export' };
};
