import { expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import type { ChangeKind } from "../../../common/change.ts";
import { hostActionsOf } from "../../../common/host-actions.ts";
import { buttonsOf, labelOf, reminderButtonsOf } from "../../../main/alerts/buttons.ts";
import { createJoin } from "../../../main/calendar/join.ts";
import type { JoinHosts } from "../../../main/settings/schema.ts";
import { aBooking, at } from "../../support/bookings.ts";
import { englishInLondon } from "../../support/english.ts";

const place = "https://meet.google.com/abc-defg-hij";

test.each<[string, ChangeKind, Partial<Booking>, string, boolean, string[]]>([
  ["starts in ten minutes", "new", { place }, "14:50", false, ["join"]],
  ["is on", "moved", { place }, "15:30", false, ["join"]],
  ["is hours away", "new", { place }, "09:00", false, []],
  ["is over", "new", { place }, "16:10", false, []],
  ["has no link", "new", { place: "Hill Valley" }, "14:50", false, []],
  ["changed its details only", "details", { place }, "14:50", false, []],
  ["was cancelled", "cancelled", { place, status: "cancelled" }, "14:50", true, []],
  ["asks, and Timekit is connected", "asked", { status: "asked" }, "09:00", true, ["confirm", "decline"]],
  ["asks at Cal.com", "asked", { id: "calcom:1", status: "asked" }, "09:00", true, ["confirm", "decline"]],
  [
    "asks for a seat at Cal.com",
    "asked",
    { id: "calcom:1~2", ownerId: "calcom:1", status: "asked" },
    "09:00",
    true,
    [],
  ],
  ["asks, and Timekit is not", "asked", { status: "asked" }, "09:00", false, []],
  ["is confirmed now", "confirmed", { place }, "14:50", false, ["join"]],
  ["is held", "new", { place, status: "held" }, "14:50", false, []],
  ["asked, and was answered since", "asked", { status: "confirmed" }, "09:00", true, []],
])("a booking that %s", (_what, kind, booking, time, canAnswer, buttons) => {
  const now = at(`2026-11-23T${time}Z`);
  const change = { kind, from: null, to: null };
  const actions = canAnswer ? hostActionsOf(aBooking(booking)) : [];
  expect(buttonsOf(change, aBooking(booking), { now, actions })).toEqual(buttons);
});

test("the button says where it leads to", () => {
  expect(labelOf("join", aBooking({ place }), englishInLondon)).toBe("Join · meet.google.com");
  expect(labelOf("join", aBooking({ place: "" }), englishInLondon)).toBe("Join");
});

test.each([
  ["confirm", "Confirm"],
  ["decline", "Decline"],
  ["snooze", "Snooze 5 min"],
  ["snooze-to-start", "Remind me at the start"],
] as const)("%s says “%s”", (button, label) => {
  expect(labelOf(button, aBooking({ place }), englishInLondon)).toBe(label);
});

/** Joining by bookings of these places, the id of each being its own. */
function joining(booking: Partial<Booking> = {}) {
  const opened: string[] = [];
  const joined: string[] = [];
  let hosts: JoinHosts = {};
  const { join, onJoined } = createJoin({
    booking: async (id) => (id === "none" ? null : aBooking({ place: id, ...booking })),
    hosts: () => hosts,
    keepHosts(kept) {
      hosts = JSON.parse(JSON.stringify(kept));
    },
    openLink: async ({ href }) => void opened.push(href),
  });
  onJoined((id) => joined.push(id));
  return { join, opened, joined, hosts: () => hosts };
}

test("a meeting is opened by its booking, and one without a link is not", async () => {
  const { join, opened, joined, hosts } = joining();
  expect(await join(place, null)).toBeNull();
  expect([opened, joined, hosts()]).toEqual([[place], [aBooking().id], {}]);
  await expect(join("Hill Valley", null)).rejects.toMatchObject({ code: "no-link" });
  await expect(join("none", null)).rejects.toMatchObject({ code: "no-link" });
});

test.each(["", "p", "toString", "__proto__"])(
  "a host that the project %j never led to is asked about once, and a yes to another opens nothing",
  async (id) => {
    const project = id ? { id, name: "" } : null;
    const { join, opened, joined, hosts } = joining({ project });
    const [link, host] = ["https://video.example.com/j/1", "video.example.com"];
    expect(await join(link, null)).toBe(host);
    expect(await join(link, "meet.google.com")).toBe(host);
    expect([opened, joined]).toEqual([[], []]);
    expect(await join(link, host)).toBeNull();
    expect(await join("https://video.example.com/another", null)).toBeNull();
    expect(opened).toHaveLength(2);
    expect(Object.entries(hosts())).toEqual([[id, [host]]]);
    expect(await join("https://evil.example/j/1", null)).toBe("evil.example");
  },
);

test.each([
  ["14:50", "link", ["join", "snooze", "snooze-to-start"]],
  ["14:50", "", ["snooze", "snooze-to-start"]],
  ["14:54", "", ["snooze", "snooze-to-start"]],
  ["14:55", "", ["snooze"]],
  ["15:54", "", ["snooze"]],
  ["15:55", "", []],
  ["15:56", "", []],
])("a reminder at %s with place %j offers %j", (time, where, buttons) => {
  const start = at("2026-11-23T15:00Z");
  const booking = { ...aBooking({ place: where ? place : "" }), start, end: at("2026-11-23T16:00Z") };
  const now = at(`2026-11-23T${time}Z`);
  expect(reminderButtonsOf({ booking, due: now, notJoined: false }, now)).toEqual(buttons);
});
