import { memoryIntake, memoryWakeUps } from '../../src/queue/memory/index.js';
import { queueContract } from '../contracts/queue.js';

queueContract('memory', async () => {
  const intake = memoryIntake();
  const wakeUps = memoryWakeUps();
  return {
    intake,
    wakeUps,
    until: async () => {
      await intake.drain();
      await wakeUps.drain();
    },
    close: async () => {},
  };
});
