import { type Lack, platformContract } from '../../contracts/platform.js';
import { available } from '../../contracts/telegram-schema.js';
import { openWorld } from './world.js';

const lacks: readonly Lack[] = [
  {
    reason: 'Telegram keeps updates for 24 hours until they are acknowledged, and lets no bot read what was before',
    promises: [
      'loses nothing and doubles nothing when the messenger loses its history',
      'loses nothing and doubles nothing when the messenger loses its key',
      'loses nothing and doubles nothing when the messenger loses its everything',
      'says which messages cannot be had any more',
      'finds again what it was fetching when it died',
    ],
  },
  {
    reason: 'Telegram has nothing by which to know a repeated send; the outbox calls it uncertain and sends it no more',
    promises: [
      'sends once what is sent again under the same id',
      'sends one text to many places, once to each, whatever the batch of a retry',
      'sends once what is sent again under the same id, files and all',
    ],
  },
  {
    reason: 'in Telegram an administrator who may delete may delete what any other one wrote',
    promises: ['deletes nothing of an administrator above it'],
  },
];

platformContract('Telegram', () => openWorld(), lacks);
platformContract('Telegram, pushing', () => openWorld({ transport: 'webhook' }), lacks);

if (!available)
  process.stdout.write('Telegram’s own description is absent: requests and answers are not validated against it\n');
