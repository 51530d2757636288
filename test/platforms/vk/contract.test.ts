import { platformContract } from '../../contracts/platform.js';
import { available } from '../../contracts/vk-schema.js';
import { LINKS, openWorld } from './world.js';

platformContract('VK', () => openWorld(), LINKS);

if (!available) process.stdout.write('VK’s own schema is absent: requests and answers are not validated against it\n');
