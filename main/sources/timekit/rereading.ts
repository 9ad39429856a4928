import { serviceOf } from "../../../common/sources.ts";
import { isOn } from "../../../common/status.ts";
import { bookingOf, type Known } from "../../bookings/facts.ts";
import type { TimekitApi } from "./api/api.ts";
import { type Row, rowOf } from "./api/row.ts";

/** What asking for single bookings again needs of the rest of Bookbell. */
export interface RereadingParts {
  readonly api: Pick<TimekitApi, "readBookingLater" | "timekitsNow">;
  /** What is known of the bookings ahead, in no order. */
  ahead(from: number, to: number): Promise<readonly Known[]>;
  /** Those whose latest word is dated after an instant, or ends what is still to come and has no date. */
  unsure(now: number, datedAfter: number): Promise<readonly Known[]>;
  now(): number;
}

const day = 86_400_000;
const span = 14 * day;
const most = 50;

const isTimekits = (known: Known) => serviceOf(known) === "timekit";

/**
 * Asks Timekit for each of the next 50 bookings of two weeks by its id, the soonest first: should its list keep changes
 * back, this finds out. True = `take` came upon one, so the list is not to be believed. Those whose latest word
 * has no date, or one still to come, are asked for as well: nobody but Timekit can tell how they are.
 * @throws WorldError
 */
export function createRereading({ api, ahead, unsure, now }: RereadingParts) {
  async function read(id: string): Promise<Row | null> {
    const body = await api.readBookingLater(id);
    return body && rowOf(JSON.parse(Buffer.from(body).toString()));
  }

  return async (take: (row: Row) => Promise<boolean>): Promise<boolean> => {
    for (const { id } of (await unsure(now(), api.timekitsNow() + day)).filter(isTimekits)) {
      const row = await read(id);
      // That it is older than what was known says nothing of the list.
      if (row) await take(row);
    }
    const bookings = (await ahead(now(), now() + span)).filter(isTimekits).map(bookingOf);
    const soonest = bookings
      .filter(isOn)
      .sort((one, other) => (one.start ?? 0) - (other.start ?? 0))
      .slice(0, most);
    let keptBack = false;
    for (const { id } of soonest) {
      const row = await read(id);
      if (row && (await take(row))) keptBack = true;
    }
    return keptBack;
  };
}
