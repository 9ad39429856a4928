import { type CatchUpParts, createCatchUp, type Fetched } from "../rest/catch-up.ts";
import type { CalcomApi } from "./api/api.ts";
import type { CalcomConnection } from "./connection.ts";

/** What fetching what Cal.com did not post needs of the rest of Bookbell. */
export interface CalcomCatchUpParts
  extends Pick<CatchUpParts<Fetched>, "memory" | "take" | "now" | "onFetched" | "onFault"> {
  readonly api: Pick<CalcomApi, "catchUp" | "calcomsNow">;
  readonly connection: Pick<CalcomConnection, "caughtUp" | "isOn">;
}

/** Asks Cal.com for what it did not post: it tries only once. */
export const createCalcomCatchUp = ({ api, connection, ...parts }: CalcomCatchUpParts) =>
  createCatchUp({
    ...parts,
    // A key is one user's, of whom no more needs to be known.
    whose: () => (connection.isOn() ? "" : null),
    ask: (_, question) => api.catchUp(question),
    serviceNow: api.calcomsNow,
    caughtUp: connection.caughtUp,
  });
