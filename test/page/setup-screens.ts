import { problem } from "../../common/problems.ts";
import type { View } from "../../common/view.ts";
import type { Shown } from "./screens.ts";
import { address, connected, reach, secret, tunnel, view } from "./views.ts";

/** A newcomer's Bookbell, as far as the first run has come. */
export const newcomer = (more: Partial<View> = {}): View =>
  view([], { setup: "open", greeted: true, ...reach("off", { given: false }), ...more });

const quick = tunnel("cloudflare-quick");
/** The way in is open. */
export const reached: Partial<View> = {
  ...quick,
  ...reach("receiving", { host: "blue-fox.trycloudflare.com", given: false }),
  cloudflared: { state: "found", file: "/home/marty/cloudflared" },
};
const webhooks = { graphs: ["instant"], registered: 5, wanted: 5, stale: false, problem: null } as const;
/** Timekit posts there. */
export const registered: Partial<View> = {
  ...reached,
  ...secret("timekit", { state: "on", kept: "encrypted" }),
  timekit: { ...connected, webhooks },
};
const steps = { tunnel: 212, receiver: 240, store: 247 };

/** The first run in each of its states. */
export const setupScreens: Readonly<Record<string, Shown>> = {
  "the first run at its beginning": { view: newcomer() },
  "the first run where no notification can be shown": {
    view: newcomer({ greeted: false, trayMissing: true }),
  },
  "the first run while it downloads": {
    view: newcomer({
      ...quick,
      ...reach("unknown", { given: false }),
      cloudflared: { state: "downloading", got: 12e6, size: 38e6 },
    }),
  },
  "the first run with a tunnel that fails": {
    view: newcomer({
      ...quick,
      ...reach("not-receiving", { problem: problem("front-door-silent"), given: false }),
    }),
  },
  "the first run before the key, without a keyring": {
    view: newcomer({ ...reached, ...address({ kept: "plain" }) }),
  },
  "the first run without a key": {
    view: newcomer(reached),
    go: (page) => page.getByRole("button", { name: /^No key/ }).click(),
  },
  "the first run with a test under way": {
    view: newcomer({ ...registered, proof: { mark: "a", reached: steps, failed: null } }),
  },
  "the first run with a test that failed": {
    view: newcomer({
      ...registered,
      proof: {
        mark: "a",
        reached: steps,
        failed: { step: "notification", problem: problem("notifications-failed") },
      },
    }),
  },
  "the first run at its end": {
    view: newcomer({
      ...registered,
      proof: { mark: "a", reached: { ...steps, notification: 268, window: 301 }, failed: null },
    }),
  },
};
