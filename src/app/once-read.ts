import type { People } from '../ports/stores.js';

/** The same people, whose list is read once, however often it is asked for: one decision sees one list. */
export const onceRead = <P extends Pick<People, 'all'>>(people: P): P => {
  let read: ReturnType<People['all']> | undefined;
  return {
    ...people,
    all: () => {
      read ??= people.all();
      return read;
    },
  };
};
