import { readFileSync } from "node:fs";
import path from "node:path";

import { expect } from "@playwright/test";
import { postTo } from "./bookbell.ts";
import type { Child } from "./desktop/child.ts";
import { bookingAt } from "./example.ts";
import { urlOf } from "./launched.ts";
import { signedWith } from "./signing.ts";
import { DatabaseSync } from "./sqlite.ts";

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, "../fixtures", name));
const released = JSON.parse(fixture("settings/0.1.0.json").toString());
const { token, secrets } = released;

/** A profile as 0.1.0 has left it, by file name; without the tunnel and the key by which it would ask strangers. */
export const leftBy010 = () => ({
  "settings.json": JSON.stringify({
    ...released,
    tunnel: { ...released.tunnel, kind: "none" },
    secrets: { signing: secrets.signing },
    quietHours: { on: true, from: "03:00", to: "04:00" },
  }),
  "bookings.sqlite": fixture("databases/0.1.0.sqlite"),
});

/** Checks that this Bookbell goes on where 0.1.0 has ended: its address, its secret, its settings, its bookings. */
export async function keepsWhat010Left(bookbell: Child, profile: string): Promise<void> {
  const url = await urlOf(bookbell, token);
  const body = bookingAt(Date.now(), "23:00", "23:30");
  expect(await postTo(url, body)).toBe(401);
  expect(await postTo(url, body, signedWith("another secret", body))).toBe(401);
  expect(await postTo(url, body, signedWith(secrets.signing.data, body))).toBe(204);
  const settings = JSON.parse(readFileSync(path.join(profile, "settings.json"), "utf8"));
  expect(settings).toMatchObject({ quietHours: { on: true, from: "03:00" }, keepBookingsDays: 365 });
  const store = new DatabaseSync(path.join(profile, "bookings.sqlite"), { readOnly: true });
  const known = store.prepare("SELECT known FROM booking").all() as { known: string }[];
  store.close();
  const names = known.map((one) => /Sam Okafor|Marty McFly/.exec(one.known)?.[0]);
  expect(names.sort()).toEqual(["Marty McFly", "Sam Okafor"]);
}
