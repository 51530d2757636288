export const INSULT_KEYS: readonly string[] = ['дура'];
