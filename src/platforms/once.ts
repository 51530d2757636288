/** What is asked once, however many want to know at the same time; a question that failed is asked again. */
export const once = <T, A extends readonly unknown[]>(ask: (...by: A) => Promise<T>): ((...by: A) => Promise<T>) => {
  let known: Promise<T> | undefined;
  return (...by) => {
    known ??= ask(...by).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
};
