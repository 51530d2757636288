/** What VK says with each code; the words of its own error list. */
const WORDS: Readonly<Record<number, string>> = {
  1: 'Unknown error occurred',
  3: 'Unknown method passed',
  5: 'User authorization failed: invalid access_token (4).',
  6: 'Too many requests per second',
  8: 'Invalid request',
  9: 'Flood control',
  10: 'Internal server error',
  12: 'Unable to compile code',
  13: 'Runtime error occurred during code invocation',
  14: 'Captcha needed',
  15: 'Access denied',
  27: 'Group authorization failed',
  29: 'Rate limit reached',
  100: 'One of the parameters specified was missing or invalid',
  125: 'Invalid group id',
  901: "Can't send messages for users without permission",
  909: "Can't edit this message, because it's too old",
  911: 'Keyboard format is invalid',
  912: 'This is a chat bot feature, change this status in settings',
  913: 'Too many forwarded messages',
  914: 'Message is too long',
  917: "You don't have access to this chat",
  919: "You can't see invite link for this chat",
  920: "Can't edit this kind of message",
  921: "Can't forward these messages",
  924: "Can't delete this message for everybody",
  925: 'You are not admin of this chat',
  927: 'Chat does not exist',
  931: "You can't change invite link for this chat",
  932: "Your community can't interact with this peer",
  935: 'User not found in chat',
  936: 'Contact not found',
  945: 'Chat was disabled',
  983: 'You are restricted to write to a chat',
};

export const wordsOf = (code: number, detail?: string): string =>
  `${WORDS[code] ?? 'Error'}${detail === undefined ? '' : `: ${detail}`}`;

/** VK said no: becomes `{error: {error_code, error_msg}}`, or an error inside an item. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: number,
    detail?: string,
  ) {
    super(wordsOf(code, detail));
  }
}

export function refuse(code: number, detail?: string): never {
  throw new Refused(code, detail);
}
