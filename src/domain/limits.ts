import { type Button, type Enclosure, targetOf, type Worded } from './action.js';
import { inChat } from './refs.js';

/** What every messenger takes: VK's label, Telegram's payload, and as much as a group should have to read. */
export const LIMITS = { label: 40, payloadBytes: 64, groupText: 500, text: 4_000, snackBar: 90, files: 10 } as const;

const bytes = (payload: Button['payload']): number => new TextEncoder().encode(JSON.stringify(payload)).length;

const buttonDefects = (buttons: readonly (readonly Button<string>[])[] = []): readonly string[] =>
  buttons
    .flat()
    .flatMap(({ label, payload }) => [
      ...(label.length > LIMITS.label ? [`label of ${label.length} characters: ${label}`] : []),
      ...(bytes(payload) > LIMITS.payloadBytes ? [`payload of ${bytes(payload)} bytes behind: ${label}`] : []),
    ]);

const textDefects = (text: string, limit: number): readonly string[] =>
  text.length > limit ? [`text of ${text.length} characters, ${limit} allowed: ${text.slice(0, 40)}…`] : [];

const fileDefects = (files: readonly Enclosure[] = []): readonly string[] =>
  files.length > LIMITS.files ? [`${files.length} files, ${LIMITS.files} allowed`] : [];

/** In what an action breaks a messenger's limit; empty when in nothing. Looked at by tests, for every text there is. */
export const limitDefects = (action: Worded): readonly string[] => {
  const most = inChat(targetOf(action)) ? LIMITS.groupText : LIMITS.text;
  switch (action.do) {
    case 'send':
      return [
        ...textDefects(action.text, most),
        ...buttonDefects(action.buttons),
        ...fileDefects(action.files),
        ...(action.otherwise ? limitDefects(action.otherwise) : []),
      ];
    case 'edit':
      return [...textDefects(action.text, most), ...buttonDefects(action.buttons)];
    case 'answer':
      return textDefects(action.text, LIMITS.snackBar);
    case 'delete':
      return [...(action.afterwards ?? []), ...(action.otherwise ? [action.otherwise] : [])].flatMap(limitDefects);
    case 'mute':
    case 'unmute':
    case 'remove':
    case 'admit':
    case 'read-only':
    case 'end-links':
    case 'rename':
    case 'pin':
      return [];
  }
};
