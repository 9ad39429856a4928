import { type CatchUpParts, createCatchUp } from "../rest/catch-up.ts";
import type { CalendlyApi } from "./api/api.ts";
import type { Row } from "./api/catch-up.ts";
import type { CalendlyConnection } from "./connection.ts";

/** What fetching what Calendly did not post needs of the rest of Bookbell. */
export interface CalendlyCatchUpParts
  extends Pick<CatchUpParts<Row>, "memory" | "take" | "now" | "onFetched" | "onFault"> {
  readonly api: Pick<CalendlyApi, "catchUp" | "calendlysNow">;
  readonly connection: Pick<CalendlyConnection, "account" | "caughtUp">;
}

/** Asks Calendly for what it did not post. */
export function createCalendlyCatchUp({ api, connection, ...parts }: CalendlyCatchUpParts) {
  /** Whoever comes to an event for several is asked for each time: what is as it was is no delivery. */
  const taken = new Map<string, string>();

  return createCatchUp<Row>({
    ...parts,
    whose: () => connection.account()?.user ?? null,
    ask: (user, { since, take }) =>
      api.catchUp({
        user,
        since,
        async take(row) {
          if (taken.get(row.uri) === row.content) return true;
          const isRead = await take(row);
          if (isRead) taken.set(row.uri, row.content);
          return isRead;
        },
      }),
    serviceNow: api.calendlysNow,
    caughtUp: connection.caughtUp,
  });
}
