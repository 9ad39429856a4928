/** Whoever Bookbell takes deliveries of: the name is a part of the address, and of what is kept. */
export const sourceNames = ["timekit", "zapier"] as const;
export type SourceName = (typeof sourceNames)[number];

/** Those whose address is there only once the user wants it: Timekit's always is. */
export const addedSources = ["zapier"] as const satisfies readonly SourceName[];
export type AddedSource = (typeof addedSources)[number];
