import { describe, expect, test } from "vitest";
import { problem } from "../../../common/problems.ts";
import type { View } from "../../../common/view.ts";
import { type StatusLine, statusLines } from "../../../renderer/state/status.ts";
import { reach, secret, tallied, tally, typicalDay, view } from "../../page/views.ts";

const lines = (more: Partial<View>) => statusLines(view(typicalDay, more));
const outdated = { version: "33.2.1", outdated: true, known: false };
const unchecked = { ...secret("signing", { state: "off" }), ...reach("receiving"), uncheckedKnown: false };

test("there is nothing to say when all is as usual", () => expect(lines({})).toEqual([]));

test.each<[string, Partial<View>, Partial<StatusLine>]>([
  [
    "no tray",
    { trayMissing: true },
    { key: "tray", tone: "caution", action: { label: "Dismiss", leads: "tray" }, dismissal: null },
  ],
  [
    "an outdated Electron, which no button mends",
    { electron: outdated },
    { key: "electron", tone: "caution", action: null, dismissal: "electron" },
  ],
  [
    "an address that anybody may post to",
    unchecked,
    {
      key: "unchecked",
      tone: "open",
      action: { label: "Enter secret", leads: "secret" },
      dismissal: "unchecked",
    },
  ],
])("%s is a line of its own", (_what, more, line) => {
  const [first, ...others] = lines(more);
  expect(first).toMatchObject({ since: null, ...line });
  expect(others).toEqual([]);
});

test.each<[string, Partial<View>]>([
  ["an outdated Electron", { electron: { ...outdated, known: true } }],
  ["an unchecked address", { ...unchecked, uncheckedKnown: true }],
  ["an unchecked address that nothing reaches", { ...unchecked, ...reach("unknown") }],
  ["a checked address", { ...unchecked, ...secret("signing", { state: "on", kept: "encrypted" }) }],
])("%s is not told, or no longer", (_what, more) => expect(lines(more)).toEqual([]));

describe("a trouble", () => {
  test("says since when nothing arrives, and its button what mends it", () => {
    expect(lines(reach("not-receiving"))[0]).toMatchObject({
      tone: "trouble",
      since: reach("not-receiving").reach.since,
      action: { label: "Try again", leads: "reconnect" },
      dismissal: null,
    });
  });

  test("is a caution where bookings still come, or nothing is set up", () => {
    expect(lines({ notifications: problem("notifications-failed") })[0]).toMatchObject({
      tone: "caution",
      action: null,
    });
    expect(lines(reach("off"))[0]?.tone).toBe("caution");
    expect(lines(tallied({ unsigned: tally(3) }))[0]).toMatchObject({
      tone: "trouble",
      dismissal: "unsigned",
    });
  });
});

test("what is wrong comes before what may be known", () => {
  const all = lines({
    ...unchecked,
    notifications: problem("notifications-failed"),
    trayMissing: true,
    electron: outdated,
  });
  expect(all.map(({ key }) => key)).toEqual(["notifications", "tray", "electron", "unchecked"]);
});
