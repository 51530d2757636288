/** A year no demonstration reaches; the last one a Date can hold. */
export const FOREVER = 8_640_000_000_000_000;
