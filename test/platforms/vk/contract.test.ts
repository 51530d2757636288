import { platformContract } from '../../contracts/platform.js';
import { available } from '../../contracts/vk-schema.js';
import { openWorld } from './world.js';

platformContract('VK', () => openWorld(), [
  {
    reason: 'a chat of VK has one link',
    promises: [
      'lets in by a link for one purpose, and tells that it was this one',
      'ends a link for one purpose, and leaves the chat’s own',
    ],
  },
  {
    reason: 'VK tells a community of nobody who asks to be let in',
    promises: [
      'tells who asks to be let in, and answers him: in',
      'tells who asks to be let in, and answers him: not in',
    ],
  },
]);

if (!available) process.stdout.write('VK’s own schema is absent: requests and answers are not validated against it\n');
