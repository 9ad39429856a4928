/** The booking services that Bookbell takes deliveries of: the name is a part of the address, and of what is kept. */
export const sourceNames = ["timekit"] as const;
export type SourceName = (typeof sourceNames)[number];
