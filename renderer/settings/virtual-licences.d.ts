/** Made while building, by scripts/licences.mjs. */
declare module "virtual:licences" {
  export const licences: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    readonly text: string;
  }[];
}
