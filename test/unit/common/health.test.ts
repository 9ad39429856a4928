import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { healthOf, troublesOf } from "../../../common/health.ts";
import { type ProblemCode, problem } from "../../../common/problems.ts";
import { type Trouble, troubleLevels } from "../../../common/trouble.ts";
import type { View } from "../../../common/view.ts";
import type { KeptDestination } from "../../../main/destinations/catalogue.ts";
import { trayIcon } from "../../../main/tray/icon.ts";
import { type TrayActions, trayMenu, trayTooltip } from "../../../main/tray/menu.ts";
import { statusLines } from "../../../renderer/state/status.ts";
import { throughRelay } from "../../page/relay-screens.ts";
import { calcomWith, calendlyWith } from "../../page/service-views.ts";
import {
  address,
  calcom,
  connected,
  reach,
  secret,
  tallied,
  tally,
  typicalDay,
  view,
  zapier,
} from "../../page/views.ts";
import { english } from "../../support/english.ts";
import { aDestination } from "../../support/outgoing.ts";

/** What is said of a trouble. */
function worded(trouble: Trouble | undefined) {
  if (!trouble) throw new Error("There is no trouble.");
  return english.problemWords(trouble.problem);
}

const taskbar = { platform: "linux", dark: true, desktop: "" } as const;
const actions = new Proxy({} as TrayActions, { get: () => () => {} });
const webhooks = (more: Partial<typeof connected.webhooks>): Partial<View> => ({
  timekit: { ...connected, webhooks: { ...connected.webhooks, ...more } },
});

const why = { code: "destination-silent", args: { host: "example.com" } } as const;
const failing = (failures: number) => ({ state: "failing", since: 5, failures, why }) as const;
const stopped = { state: "stopped", since: 5, why: { code: "slack-removed" } } as const;
const sendingTo = (...all: readonly KeptDestination[]): Pick<View, "destinations"> => ({
  destinations: all.map((one) => ({ ...one, kept: "encrypted", earlierKeyUntil: null })),
});

/** What can go wrong, alone, with what it is called, how bad it is, and its remedy. */
const troubles: readonly (readonly [Partial<View>, string, Trouble["level"], Trouble["remedy"]])[] = [
  [{ receiver: { state: "failed", problem: problem("port-refused") } }, "receiver", "failed", "port"],
  [{ store: problem("disk-full") }, "store", "failed", null],
  [{ store: problem("disk-low") }, "store", "failed", null],
  [{ store: problem("store-flooded"), ...secret("signing", { state: "off" }) }, "store", "failed", "secret"],
  [
    { store: problem("store-flooded"), ...secret("signing", { state: "on", kept: "encrypted" }) },
    "store",
    "failed",
    "log",
  ],
  [secret("signing", { state: "unreadable" }), "signing", "refusing", "secret"],
  [secret("calcomSigning", { state: "unreadable" }), "calcom-signing", "refusing", "calcom"],
  [secret("calendlySigning", { state: "unreadable" }), "calendly-signing", "refusing", "calendly"],
  [reach("not-receiving"), "reach", "not-receiving", "reconnect"],
  [reach("not-receiving", { problem: problem("front-door-silent") }), "reach", "not-receiving", "reconnect"],
  [reach("not-receiving", { problem: problem("ssh-refused") }), "reach", "not-receiving", "tunnel"],
  [reach("receiving", { moved: true }), "moved", "not-receiving", "copy"],
  [reach("off"), "not-set-up", "not-set-up", "set-up"],
  [
    { timekit: { state: "failed", problem: problem("timekit-key-refused") } },
    "timekit",
    "degraded",
    "timekit",
  ],
  [webhooks({ wanted: 5, registered: 0 }), "webhooks", "not-receiving", "timekit"],
  [webhooks({ wanted: 5, registered: 4 }), "webhooks", "degraded", "timekit"],
  [webhooks({ wanted: 5, registered: 5, stale: true }), "webhooks", "degraded", "timekit"],
  [webhooks({ problem: problem("timekit-webhooks-left") }), "webhooks", "degraded", "timekit"],
  [{ timekit: { ...connected, problem: problem("timekit-odd") } }, "catch-up", "degraded", "timekit"],
  [{ ...reach("receiving", { given: false }), ...tallied({}) }, "not-given", "not-set-up", "hand-out"],
  [{ clockError: 18_000_000 }, "clock", "degraded", null],
  [{ timekit: { ...connected, onlyByAsking: 5 } }, "only-by-asking", "degraded", "timekit"],
  [{ timekit: { ...connected, unread: 1 } }, "unread", "degraded", "log"],
  [tallied({ unsigned: tally(3) }), "unsigned", "refusing", "secret"],
  [tallied({ malformed: tally(1, { reason: "method" }) }), "malformed", "refusing", "log"],
  [tallied({ misdirected: tally(2, { reason: "signed" }) }), "misdirected", "refusing", "timekit"],
  [tallied({ misdirected: tally(2, { reason: "likely" }) }), "misdirected", "degraded", "timekit"],
  [tallied({ unreadable: tally(1) }), "unreadable", "degraded", "log"],
  [address({ kept: "unreadable" }), "address", "degraded", "reconnect"],
  [address({ toCopy: true, oldUntil: 5 }), "renewed", "degraded", "copy"],
  [address({ toCopy: true }), "renewed", "not-receiving", "copy"],
  [
    { ...address({ oldUntil: 5 }), ...tallied({ oldAddress: tally(2) }) },
    "old-address",
    "degraded",
    "timekit",
  ],
  [zapier({ copiedHost: "old.example.com" }), "zapier", "not-receiving", "zapier"],
  [zapier({ copiedHost: "hooks.example.com", toCopy: true, oldUntil: 5 }), "zapier", "degraded", "zapier"],
  [zapier({ copiedHost: "hooks.example.com", toCopy: true }), "zapier", "not-receiving", "zapier"],
  [calcom({ copiedHost: "old.example.com" }), "calcom", "not-receiving", "calcom"],
  [calcom({ copiedHost: "hooks.example.com", toCopy: true, oldUntil: 5 }), "calcom", "degraded", "calcom"],
  [{ ...calcom({ oldUntil: 5 }), ...tallied({ oldAddress: tally(2) }) }, "old-address", "degraded", "calcom"],
  [{ ...zapier({ oldUntil: 5 }), ...tallied({ oldAddress: tally(2) }) }, "old-address", "degraded", "zapier"],
  [tallied({ misdirected: tally(2, { reason: "ended" }) }), "misdirected", "refusing", "timekit"],
  [{ recovered: problem("store-recovered") }, "recovered", "degraded", "recovered"],
  [{ settingsDamaged: problem("settings-damaged") }, "settings", "degraded", "copy"],
  [{ settingsDamaged: problem("settings-address-reset") }, "settings", "degraded", "copy"],
  [{ settingsDamaged: problem("settings-reset") }, "settings", "degraded", null],
  [
    sendingTo(aDestination("d"), aDestination("d2", { standing: stopped })),
    "stopped-destination",
    "degraded",
    "destinations",
  ],
  [sendingTo(aDestination("d", { standing: failing(3) })), "failing-destination", "degraded", "destinations"],
  [sendingTo(aDestination("d", { givenUp: 2 })), "given-up-destination", "degraded", "destinations"],
  [{ notifications: problem("notifications-failed") }, "notifications", "degraded", null],
];
const merged = (parts: readonly Partial<View>[]) => view(typicalDay, Object.assign({}, ...parts));
/** Any few of them at once, beside what is no trouble. */
const anyView = fc
  .record({
    parts: fc.subarray(troubles.map(([part]) => part)),
    paused: fc.boolean(),
    unseen: fc.subarray(["a", "b", "c"]),
    trayMissing: fc.boolean(),
    presenting: fc.boolean(),
    unknown: fc.boolean(),
  })
  .map(({ parts, unknown, ...more }) => merged([unknown ? reach("unknown") : {}, ...parts, more]));

test.each(troubles)("%j is told as %s, %s, and mended by %s", (part, key, level, remedy) => {
  const [first, ...others] = troublesOf(merged([part]));
  expect(first).toMatchObject({ key, level, remedy });
  expect(worded(first).message).not.toBe("");
  expect(others).toEqual([]);
});

describe("for every mixture of troubles", () => {
  test("it is well only without any, and the worst wins", () => {
    fc.assert(
      fc.property(anyView, (now) => {
        const all = troublesOf(now);
        const health = healthOf(now);
        const ranks = all.map(({ level }) => troubleLevels.indexOf(level));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        if (all[0]) expect(health).toEqual({ level: all[0].level, trouble: all[0] });
        else expect(["receiving", "checking"]).toContain(health.level);
      }),
    );
  });

  test("icon, tooltip, menu and window say the same", () => {
    fc.assert(
      fc.property(anyView, (now) => {
        const health = healthOf(now);
        const icon = trayIcon(now, taskbar);
        const labels = trayMenu(now, actions, english).map(({ label }) => label);
        const [line] = statusLines(now);
        if ("trouble" in health) {
          const { message } = worded(health.trouble);
          expect(icon).toBe("tray-offline-dark.png");
          expect(trayTooltip(now, english).split("\n")[0]).toBe(message);
          expect(labels).toContain(message);
          expect(line).toMatchObject({ key: health.trouble.key, message });
        } else {
          expect(icon).not.toContain("offline");
          expect(labels).toContain(health.level === "receiving" ? "Receiving" : "Checking…");
          expect(line?.tone).not.toBe("trouble");
        }
      }),
    );
  });
});

test("a trouble that goes on is no change of the view", () =>
  expect(problem("store-flooded")).toBe(problem("store-flooded")));

test("what was counted is told with its number, and can be dismissed", () => {
  const found = (some: Parameters<typeof tallied>[0]) => troublesOf(merged([tallied(some)]))[0];
  const said = (some: Parameters<typeof tallied>[0]) => worded(found(some));
  expect(found({ unsigned: tally(1) })?.dismissal).toBe("unsigned");
  expect(said({ unsigned: tally(1) }).message).toBe("1 booking refused: the signature doesn’t match.");
  expect(said({ malformed: tally(2, { reason: "type" }) }).message).toBe(
    "2 requests refused: not sent as JSON.",
  );
  expect(said({ misdirected: tally(2, { reason: "signed" }) })).toEqual({
    message: "Bookings still go to an old address.",
    remedy: "2 bookings went there. Replace the webhooks that have it.",
  });
  expect(said({ misdirected: tally(1, { reason: "likely" }) }).message).toContain("may still go");
  expect(said({ unreadable: tally(2) }).message).toBe("2 deliveries couldn’t be read.");
  expect(found({ received: tally(2) })).toBeUndefined();
});

test.each([
  [300_000, "5 min ahead"],
  [-18_000_000, "5 h behind"],
  [90 * 86_400_000, "90 days ahead"],
])("a clock that is %d ms off is told as %s", (clockError, by) => {
  expect(worded(troublesOf(merged([{ clockError }]))[0]).message).toBe(`This computer’s clock is ${by}.`);
});

test("without the internet Timekit's silence is not said beside the tunnel's", () => {
  const silent = { timekit: { ...connected, problem: problem("timekit-unreachable") } };
  expect(troublesOf(merged([silent])).map(({ key }) => key)).toEqual(["catch-up"]);
  expect(troublesOf(merged([silent, reach("not-receiving")])).map(({ key }) => key)).toEqual(["reach"]);
});

test("another port matters until something came in through it", () => {
  const other = { receiver: { state: "listening", port: 26_656, wanted: 26_655 } } as const;
  const found = troublesOf(merged([other, reach("unknown")]));
  expect(found).toMatchObject([{ key: "port", level: "degraded", remedy: "port" }]);
  expect(worded(found[0]).remedy).toContain("Point your tunnel at 26656");
  expect(healthOf(merged([other])).level).toBe("receiving");
});

test("without a signing secret all is well, and it is said quietly while receiving, until it is known", () => {
  const lines = (...parts: Partial<View>[]) => statusLines(merged(parts)).map(({ key, tone }) => [key, tone]);
  const open = { uncheckedKnown: false };
  expect(healthOf(merged([open])).level).toBe("receiving");
  expect(lines(open)).toEqual([["unchecked", "open"]]);
  expect(lines(open, secret("signing", { state: "on", kept: "encrypted" }))).toEqual([]);
  expect(lines(open, reach("unknown"))).toEqual([]);
  expect(lines({ uncheckedKnown: true })).toEqual([]);
});

test("what is not known yet is neither well nor wrong", () => {
  expect(healthOf(merged([{ receiver: { state: "starting" } }]))).toEqual({ level: "checking" });
  expect(healthOf(merged([reach("unknown", { problem: problem("tunnel-late") })]))).toEqual({
    level: "checking",
  });
});

test.each<ProblemCode>([
  "cloudflared-missing",
  "cloudflared-broken",
  "tunnel-unfinished",
  "tunnel-refused",
  "tunnel-conflict",
  "tunnel-address-not-yours",
  "ssh-key-unreadable",
  "ssh-passphrase",
  "ssh-refused",
  "ssh-host-unknown",
  "ssh-host-changed",
])("%s leads to the tunnel's settings", (code) =>
  expect(troublesOf(merged([reach("not-receiving", { problem: problem(code) })]))[0]?.remedy).toBe("tunnel"),
);

test.each([
  ["has not been copied", zapier({})],
  ["is removed", zapier({ isOpen: false })],
  ["leads here", zapier({ copiedHost: "hooks.example.com" })],
  [
    "cannot be compared, as nothing arrives now",
    {
      ...zapier({ copiedHost: "old.example.com" }),
      ...reach("unknown"),
    },
  ],
])("an address for Zapier that %s is no trouble", (_which, part) => {
  expect(troublesOf(view([], part)).map(({ key }) => key)).not.toContain("zapier");
});

test("a destination that missed once or twice is no trouble yet; what is stopped is said before what fails", () => {
  const keysWith = (...all: readonly KeptDestination[]) =>
    troublesOf(view([], sendingTo(...all))).map(({ key }) => key);
  expect(keysWith(aDestination("d", { standing: failing(2), waiting: 3 }))).toEqual([]);
  const both = [
    aDestination("a", { standing: failing(9), givenUp: 1 }),
    aDestination("b", { standing: stopped }),
  ];
  expect(keysWith(...both)).toEqual(["stopped-destination"]);
});

test("who gave Zapier the address needs to give Timekit none", () => {
  const fresh = { ...reach("receiving", { given: false, host: "hooks.example.com" }), ...tallied({}) };
  expect(troublesOf(view([], { ...fresh, ...zapier({ copiedHost: "hooks.example.com" }) }))).toEqual([]);
});

test("where a service posts to Bookbell nobody needs to be given the address", () => {
  const fresh = { ...reach("receiving", { given: false, host: "hooks.example.com" }), ...tallied({}) };
  const keys = (more: Partial<View>) => troublesOf(view([], { ...fresh, ...more })).map(({ key }) => key);
  expect([keys(calendlyWith("active")), keys(calcomWith("right"))]).toEqual([[], []]);
  expect([keys(calendlyWith("none")), keys(calcomWith("none"))]).toEqual([["not-given"], ["not-given"]]);
});

test("at a team's relay only the seat that registers has an address to give", () => {
  const { tunnel } = throughRelay();
  const keys = (registers: boolean) =>
    troublesOf(
      throughRelay({
        ...reach("receiving", { given: false }),
        ...tallied({}),
        tunnel: { ...tunnel, relay: tunnel.relay && { ...tunnel.relay, registers } },
      }),
    ).map(({ key }) => key);
  expect([keys(true), keys(false)]).toEqual([["not-given"], []]);
});
