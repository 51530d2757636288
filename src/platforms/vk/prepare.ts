import type { Answer } from '../../domain/outcome.js';
import { type Deed, Refused, Weather } from '../../ports/platform.js';
import type { Prepared } from './encode.js';
import { numberOf } from './refs.js';
import { type UploadDeps, upload } from './upload.js';

/** What came of a preparation: nothing was sent yet, so nothing is unknown. */
const answerTo = (error: unknown): Answer => {
  if (error instanceof Refused) return { is: 'refused', why: error.why, code: error.code };
  if (error instanceof Weather) return { is: 'later', after: error.after, why: error.message };
  throw error;
};

/** VK tells of no requests to a community, and has no method to answer them. */
const NO_DOOR: Answer = { is: 'unsupported', why: 'vk: nobody asks a community to be let in' };

/** In VK a person sets it: «Кто может писать» of the chat's settings. */
const NO_LOCK: Answer = { is: 'unsupported', why: 'vk: no method closes a whole chat' };

/** Brings a deed's files to VK first; an answer when that failed. */
export const prepare = async (deps: UploadDeps, deed: Deed): Promise<Prepared | Answer> => {
  const { action } = deed;
  if (action.do === 'admit') return NO_DOOR;
  if (action.do === 'read-only') return NO_LOCK;
  const attachment = action.do === 'send' || action.do === 'edit' ? action.attached?.join(',') : undefined;
  if (attachment) return { ...deed, action, attachment };
  if (action.do !== 'send' || !action.files?.length) return { ...deed, action };
  try {
    return { ...deed, action, attachment: await upload(deps, numberOf(action.to), action.files) };
  } catch (error) {
    return answerTo(error);
  }
};
