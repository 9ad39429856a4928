/** A word of Timekit's own, legible: "cancelled by customer". */
export const nativeName = (name: string): string => name.replaceAll("_", " ").trim();
