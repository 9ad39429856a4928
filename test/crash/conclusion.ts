import { existsSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { eventually } from "../support/eventually.ts";
import { DatabaseSync } from "../support/sqlite.ts";
import { accountOf, toldOnceMore } from "./account.ts";
import { type Evidence, evidenceIn } from "./evidence.ts";
import { mend } from "./posting.ts";
import { compareToasts, type Toasts } from "./toasts.ts";
import { bookingId } from "./traffic.ts";
import { allFetched, asDelivered, nothingLost } from "./verdict.ts";
import type { World } from "./world.ts";

/** Lets Bookbell come to rest, undisturbed, and holds all that it kept and told against what it acknowledged. */
export async function conclude(world: World): Promise<Toasts> {
  const last = world.start(["--hidden"]);
  await eventually(async () => (isAtRest(world) ? true : null));
  await last.kill();
  const ended = Date.now();
  const left = await evidenceIn(world.profile);
  if (!left) throw new Error("There are no bookings");
  const own = ofTraffic(left);
  nothingLost(world.traffic, own);
  allFetched(world.traffic, own);
  asDelivered(own);
  const toasts = compareToasts(world.received(), own);
  expect(toldOnceMore(world.received(), [...world.accounts, accountOf(own, ended)])).toEqual([]);
  expect(toasts).toMatchObject({ lost: [], unfounded: [], doubled: [] });
  return toasts;
}

/** The same for a profile that lived for one round, once it has taken what came after; it goes. */
export async function concludeOther(here: World): Promise<void> {
  await mend(here);
  await conclude(here);
  await here.stop();
}

/** Everything offered was fetched, and nothing is owed any more. */
function isAtRest({ profile, traffic }: World): boolean {
  const file = path.join(profile, "bookings.sqlite");
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const ids = JSON.stringify(traffic.offered.map(({ booking }) => bookingId(booking)));
    const found = database.prepare(
      `SELECT (SELECT count(*) FROM alert WHERE outcome IS NULL) AS owed,
        (SELECT count(*) FROM booking WHERE id IN (SELECT value FROM json_each(?))) AS fetched`,
    );
    const { owed, fetched } = found.get(ids) as { owed: number; fetched: number };
    return owed === 0 && fetched === traffic.offered.length;
  } catch {
    // It is being made.
    return false;
  } finally {
    database.close();
  }
}

/** What was kept for other reasons is no part of the account: old bookings that go, and those of a release's own. */
function ofTraffic(left: Evidence): Evidence {
  const isOurs = ({ booking_id: id }: { booking_id: string | null }) => id?.startsWith("crash-") ?? false;
  return {
    ...left,
    bookings: new Map([...left.bookings].filter(([id]) => isOurs({ booking_id: id }))),
    deliveries: left.deliveries.filter(isOurs),
    alerts: left.alerts.filter(isOurs),
  };
}
