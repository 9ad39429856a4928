import path from "node:path";
import { hashOf, hookPath } from "../../main/lib/tokens.ts";
import { postTo } from "../support/bookbell.ts";
import type { Env } from "../support/desktop/child.ts";
import { formHeaders, forwarded } from "../support/forwarded.ts";
import { portOf } from "../support/launched.ts";
import { ruled } from "../support/ruled-profile.ts";
import { startSlack } from "../support/slack.ts";
import { send } from "./load.ts";
import { addSettings, profileWith } from "./profile.ts";
import { launchQuietly } from "./quiet.ts";
import { type RelayWorld, reachedBy } from "./relay-world.ts";
import { newBody, newBookings } from "./requests.ts";
import { startTaker } from "./ruled.ts";

const zapierToken = "z".repeat(43);
const zapierAddress = { newest: hashOf(zapierToken), old: null, ended: [], sealed: "", toCopy: false };

/** A Bookbell that has all there is: Timekit and Zapier, a team's relay beside its own address, and a rule for each kind of destination. */
export async function startBusy(env: Env, seeded: string, relay: RelayWorld) {
  const slack = await startSlack();
  const taker = await startTaker(env);
  const profile = await profileWith(env, seeded, {
    trayless: true,
    ...reachedBy(await relay.invite("hour")),
    paused: false,
    addresses: { zapier: { token: zapierToken, address: zapierAddress, copiedUrl: "" } },
  });
  const file = path.join(profile, "bookings.sqlite");
  const { store, settings } = ruled(file, [
    { kind: "slack", address: slack.webhook },
    { kind: "workflow", address: slack.trigger },
    { kind: "url", address: `http://127.0.0.1:${taker.port}/a` },
  ]);
  store.close();
  await addSettings(profile, settings);
  const child = launchQuietly("bookbell", { ...env, BOOKBELL_SLACK: slack.origin }, profile);
  const port = await portOf(child);
  const ways = [
    () => send(port, newBookings(1), 1),
    () => send(relay.port, newBookings(1, relay.path), 1),
    async () => {
      const body = forwarded(newBody(Date.now()));
      const status = await postTo(
        `http://127.0.0.1:${port}${hookPath(zapierToken, "zapier")}`,
        body,
        formHeaders,
      );
      if (status !== 204) throw new Error(`Zapier was answered with ${status}.`);
    },
  ] as const;
  return {
    child,
    file,
    /** Posts a booking: to its own address, to the relay and as Zapier does, in turns. */
    post: (index: number): Promise<unknown> => (ways[index % ways.length] ?? ways[0])(),
    /** So many messages have come to Slack, by both of its ways. */
    posted: () => slack.posts.length,
    async stop(): Promise<void> {
      await child.end();
      await taker.stop();
      await slack.close();
    },
  };
}
