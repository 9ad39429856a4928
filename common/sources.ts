/** Whoever Bookbell takes deliveries of: the name is a part of the address, and of what is kept. */
export const sourceNames = ["timekit", "zapier", "calcom"] as const;
export type SourceName = (typeof sourceNames)[number];

/** Those that sign what they send, once they have a secret; each has that kept under this name. */
export const signingNames = {
  timekit: "signing",
  calcom: "calcomSigning",
} as const;
export type SigningSource = keyof typeof signingNames;

/** Those whose address is there only once the user wants it: Timekit's always is. */
export const addedSources = ["zapier", "calcom"] as const satisfies readonly SourceName[];
export type AddedSource = (typeof addedSources)[number];

/** Whose a booking is, by its id. Timekit's were first, and bear no name. */
export function serviceOf({ id }: { readonly id: string }): SourceName {
  const name = id.slice(0, Math.max(0, id.indexOf(":")));
  return addedSources.find((one) => one === name) ?? "timekit";
}
