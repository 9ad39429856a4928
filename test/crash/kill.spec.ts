import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { type Desktop, startDesktop } from "../support/desktop/session.ts";
import { eventually } from "../support/eventually.ts";
import { type NotificationDaemon, notificationDaemon } from "../support/notification-daemon.ts";
import { chosenSeed, randomFrom } from "../support/random.ts";
import { zoneOfMorning } from "../support/today.ts";
import { type Evidence, evidenceIn, replay, storedBooking } from "./evidence.ts";
import { sendAll } from "./sender.ts";
import { closePopups, compareToasts } from "./toasts.ts";
import { bookingId, type Posted, Traffic } from "./traffic.ts";
import { startVictim, type Victim } from "./victim.ts";

const kills = Number(process.env.BOOKBELL_KILLS ?? 10);
const seed = chosenSeed();
const token = "k".repeat(43);
/** No victim lives longer. */
const longestMs = 60_000;

test(`killed ${kills} times, Bookbell loses nothing that it acknowledged`, async () => {
  test.setTimeout(60_000 + kills * 6_000);
  const now = Date.now();
  const desktop = await startDesktop({ env: { TZ: zoneOfMorning(now) } });
  const daemon = await notificationDaemon(desktop.env);
  try {
    await killAgainAndAgain(desktop, daemon, new Traffic(randomFrom(seed), now));
  } catch (error) {
    console.log(`Try again with BOOKBELL_SEED=${seed}`);
    throw error;
  } finally {
    await daemon.stop();
    await desktop.stop();
  }
});

async function killAgainAndAgain(desktop: Desktop, daemon: NotificationDaemon, traffic: Traffic) {
  const profile = path.join(desktop.dir, "profile");
  await mkdir(profile);
  await writeFile(
    path.join(profile, "settings.json"),
    JSON.stringify({ port: 28_655, token, setup: "done" }),
  );
  const { random } = traffic;
  let slowestOpening = 0;

  for (let kill = 1; kill <= kills; kill++) {
    const victim = startVictim(desktop.env, profile, random.chance(0.5) ? ["--hidden"] : []);
    // The instant is what is random here; every fifth falls into the start.
    const begun = kill % 5 === 0 ? Promise.resolve() : victim.listening;
    const instant = begun.then(() => delay(random.below(900)));
    const sent = send(victim, desktop, daemon, traffic);
    await instant;
    await victim.kill();
    expect(await sent).toEqual([]);
    expect(victim.faults).toEqual([]);
    const left = await evidenceIn(profile);
    if (left) nothingLost(traffic, left);
    slowestOpening = Math.max(slowestOpening, left?.openMs ?? 0);
    traffic.again();
  }

  const last = startVictim(desktop.env, profile, ["--hidden"]);
  const settled = await eventually(async () => {
    const left = await evidenceIn(profile);
    return left?.alerts.every(({ outcome }) => outcome !== null) ? left : null;
  });
  await last.kill();
  nothingLost(traffic, settled);
  asDelivered(settled);
  const toasts = compareToasts(daemon.received, settled);
  console.log(
    `seed ${seed}, ${kills} kills: ${settled.deliveries.length} stored, ` +
      `${toasts.told} told, ${toasts.again.length} told again after a kill ` +
      `(${toasts.doubled.length} beside the first), opened within ${Math.round(slowestOpening)} ms`,
  );
  expect(new Set(settled.alerts.map(({ outcome }) => outcome))).toEqual(new Set(["shown"]));
  expect(toasts).toMatchObject({ lost: [], unfounded: [], doubled: [] });
}

/** Sends until the victim is dead; returns the answers that were no acknowledgement. */
async function send(
  victim: Victim,
  desktop: Desktop,
  daemon: NotificationDaemon,
  traffic: Traffic,
): Promise<readonly number[]> {
  const port = await victim.listening;
  if (port === null) return [];
  const { received } = daemon;
  const second = received.length + 1;
  const come = Promise.race([daemon.waitFor(() => received.length > second, longestMs), victim.gone]);
  // With the second the first is settled, which may have been told again: it must have had its chance to replace one.
  const cleared = come.then((toast) => (toast ? closePopups(desktop.env, daemon) : undefined));
  const sender = sendAll(`http://127.0.0.1:${port}/hooks/timekit/${token}`, traffic);
  await Promise.all([cleared, sender.ended]);
  return sender.refused;
}

/** Every acknowledged delivery is there, and each booking is as the newest one says. */
function nothingLost(traffic: Traffic, left: Evidence) {
  expect(left.integrity).toBe("ok");
  const stored = new Map<string, number>();
  for (const { hash } of left.deliveries) stored.set(hash, (stored.get(hash) ?? 0) + 1);
  const newest = new Map<number, Posted>();
  for (const posted of traffic.posted) {
    const { booking, version, sha256, sent, acknowledged } = posted;
    const times = stored.get(sha256) ?? 0;
    if (times < acknowledged || times > sent)
      throw new Error(
        `Booking ${booking}, version ${version}: stored ${times} times, sent ${sent}, acknowledged ${acknowledged}`,
      );
    if (times > 0 && version >= (newest.get(booking)?.version ?? 0)) newest.set(booking, posted);
  }
  // One comparison for all: there are thousands, and an `expect` takes its time.
  const wrong = [...newest].filter(([booking, { state, start }]) => {
    const stored = storedBooking(left, bookingId(booking));
    return stored?.state !== state || stored.start !== start;
  });
  expect(wrong).toEqual([]);
  expect(left.bookings.size).toBe(newest.size);
}

/** Bookings and alerts are what the stored deliveries, taken one after the other, make of them: each change once. */
function asDelivered(left: Evidence) {
  const { known, alerts } = replay(left.deliveries);
  expect(left.bookings).toEqual(known);
  const owed = left.alerts.map(({ outcome: _, change, ...row }) => ({ ...row, change: JSON.parse(change) }));
  expect(owed).toEqual(alerts);
}
