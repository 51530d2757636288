import type { Config } from '../config.js';
import { createVk, type Vk, type VkOptions } from '../platforms/vk/index.js';

/** What the configuration does not say. */
export type VkSurroundings = Pick<VkOptions, 'cursors' | 'pace' | 'say' | 'watch' | 'timeout'> & {
  /** Where VK is, when not where the configuration says. */
  readonly apiUrl?: string;
};

/** VK as configured; undefined without a token. */
export const configuredVk = (config: Config, surroundings: VkSurroundings): Vk | undefined => {
  if (config.VK_TOKEN === undefined) return undefined;
  return createVk({
    token: config.VK_TOKEN,
    apiUrl: config.VK_API_URL,
    transport: config.VK_TRANSPORT,
    ...(config.VK_GROUP_ID === undefined ? {} : { groupId: config.VK_GROUP_ID }),
    ...(config.VK_CALLBACK_SECRET === undefined ? {} : { secret: config.VK_CALLBACK_SECRET }),
    ...(config.VK_CALLBACK_CONFIRMATION === undefined ? {} : { confirmation: config.VK_CALLBACK_CONFIRMATION }),
    ...surroundings,
  });
};
