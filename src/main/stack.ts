/** Cleaning up in the reverse order of building up: one step that fails does not keep the others from being taken. */
export const stack = () => {
  const steps: (() => Promise<void> | void)[] = [];
  return {
    push: (step: () => Promise<void> | void): void => void steps.push(step),
    /** @throws the first failure, after all steps. */
    unwind: async (): Promise<void> => {
      const failures: unknown[] = [];
      for (let step = steps.pop(); step !== undefined; step = steps.pop())
        try {
          await step();
        } catch (error) {
          failures.push(error);
        }
      if (failures.length > 0) throw failures[0];
    },
  };
};
