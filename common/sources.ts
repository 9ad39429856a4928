/** Whoever Bookbell takes deliveries of: the name is a part of the address, and of what is kept. */
export const sourceNames = ["timekit", "zapier", "calcom", "calendly"] as const;
export type SourceName = (typeof sourceNames)[number];

/** Those that sign what they send, once they have a secret; each has that kept under this name. */
export const signingNames = {
  timekit: "signing",
  calcom: "calcomSigning",
  calendly: "calendlySigning",
} as const;
export type SigningSource = keyof typeof signingNames;

/** Those whose address is there only once the user wants it: Timekit's always is. */
export const addedSources = ["zapier", "calcom", "calendly"] as const satisfies readonly SourceName[];
export type AddedSource = (typeof addedSources)[number];

/** Those whose address the user copies to where they post from; Calendly has its own from Bookbell. */
export const copiedSources = ["zapier", "calcom"] as const satisfies readonly AddedSource[];
export type CopiedSource = (typeof copiedSources)[number];

/** Those besides Timekit that have an API. */
export const serviceNames = ["calcom", "calendly"] as const satisfies readonly AddedSource[];
export type ServiceName = (typeof serviceNames)[number];

/** Whose a booking is, by its id. Timekit's were first, and bear no name. */
export function serviceOf({ id }: { readonly id: string }): SourceName {
  const name = id.slice(0, Math.max(0, id.indexOf(":")));
  return addedSources.find((one) => one === name) ?? "timekit";
}
