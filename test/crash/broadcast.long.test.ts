import { killBroadcast } from './broadcast.js';

/** A whole town's worth takes three to seven minutes: `KILLS=50 PARENTS=5000 CHATS=120 npm run test:long -- broadcast`. */
const { KILLS = '3', PARENTS = '400', CHATS = '12' } = process.env;

it(`a broadcast to ${PARENTS} dialogs and ${CHATS} chats reaches everybody once, and the list agrees with the messenger, though the bot is killed ${KILLS} times`, async () => {
  const stood = await killBroadcast({ parents: Number(PARENTS), chats: Number(CHATS) }, Number(KILLS), 7);
  process.stdout.write(`copies that stood in the messenger at each kill: ${stood.join(', ')}\n`);
}, 900_000);
