import { memoryIntake, memoryWakeUps, virtualClock, virtualTimers } from '../../src/queue/memory/index.js';
import { queueContract } from '../contracts/queue.js';
import { timersContract } from '../contracts/timers.js';

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

timersContract('virtual', async () => {
  const clock = virtualClock(Date.UTC(2026, 8, 9));
  const timers = virtualTimers(clock);
  return {
    timers,
    now: clock.now,
    until: async (done) => {
      const patience = clock.now() + 60_000;
      while (!done()) {
        if (clock.now() > patience) throw new Error('the timers did not fire');
        await timers.passTo(clock.now() + 10);
      }
    },
    close: async () => {},
  };
});
