/** Why an update is nothing for us: counted, never quoted. */
export type Skip = 'unknown' | 'malformed' | 'own' | 'service' | 'channel';
