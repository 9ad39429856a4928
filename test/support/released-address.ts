import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TurnedAway } from "../../main/bookings/delivery.ts";
import { hookPath } from "../../main/lib/tokens.ts";
import { temporaryFolder } from "./files.ts";
import { receivingWith } from "./http-receiver.ts";
import type { keptAddress } from "./kept-address.ts";
import { payload } from "./timekit-payloads.ts";
import { noneAdded } from "./tokens.ts";

/** What 0.1.0 has written, with webhooks that it registered; machine paths and hosts are replaced. */
const released = path.join(import.meta.dirname, "../fixtures/settings/0.1.0.json");
export const { token: releasedToken } = JSON.parse(readFileSync(released, "utf8"));
const headers = { "content-type": "application/json" };
/** A profile with that settings file. */
export function aProfile(file: string | object = released): string {
  const folder = temporaryFolder();
  const settings = path.join(folder, "settings.json");
  if (typeof file === "string") copyFileSync(file, settings);
  else writeFileSync(settings, JSON.stringify(file));
  return folder;
}

/** Its settings file. */
export const textOf = (folder: string) => readFileSync(path.join(folder, "settings.json"), "utf8");

type Kept = Pick<ReturnType<typeof keptAddress>, "settings" | "address">;

/** A real receiver for that address, and what it counts. */
export async function aReceiver({ settings, address }: Kept) {
  const counted: TurnedAway[] = [];
  const { port } = await receivingWith({
    settings,
    addresses: { ...noneAdded, timekit: address },
    take: async () => ({ verdict: "first", bookingId: "b", change: null, owed: null }),
    turnAway: async (some: readonly TurnedAway[]) => void counted.push(...some),
  });
  const body = String(payload("instant.confirmed"));
  const post = (token: string) =>
    fetch(`http://127.0.0.1:${port}${hookPath(token)}`, { method: "POST", body, headers });
  return { post, counted };
}

/** Settles with the status of what is posted to a token. */
export async function posting(kept: Kept) {
  const { post } = await aReceiver(kept);
  return async (token: string) => (await post(token)).status;
}
