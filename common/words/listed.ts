/** "a, b and c". Made for each, as the first of a process takes long and is not always needed. */
export const listed = (names: readonly string[]): string => new Intl.ListFormat("en").format(names);
