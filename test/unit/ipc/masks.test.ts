import { expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import type { AskName, OutputOf } from "../../../common/ipc.ts";
import { messageOf } from "../../../main/destinations/message.ts";
import { maskedAnswer } from "../../../main/ipc/masks.ts";
import { changeOf } from "../../page/activity.ts";
import { delivery } from "../../page/deliveries.ts";
import { connected, item, view } from "../../page/views.ts";
import { aBooking } from "../../support/bookings.ts";
import { aRule, happened } from "../../support/outgoing.ts";

const name = "Zyx";
const booking: Booking = aBooking({
  subject: name,
  place: name,
  description: name,
  comment: name,
  answers: [{ field: name, text: name }],
  customer: { name, email: `${name}@example.net`, phone: "", timeZone: "" },
  others: [{ name, email: "", phone: "", timeZone: "" }],
  host: { id: "host", name, timeZone: "" },
  project: { id: "project", name },
});
const projects = { project: { name, alerts: null, reminders: null, hue: null, fullScreen: false } };
const { settings } = view([]);
const detail = delivery(1, 0, { who: name, body: name });
const { headers: _, body: __, ...line } = detail;

/** Answers with that name wherever one can be. */
const answers: { readonly [Name in AskName]?: OutputOf<Name> } = {
  "window.view": view([item(booking, { join: name })], {
    settings: { ...settings, projects },
    rules: [aRule({ projects: [{ id: "project", name }], hosts: [{ id: "host", name }] })],
    timekit: { ...connected, app: name, resource: { id: "doc", name } },
  }),
  "bookings.get": {
    booking,
    history: [],
    clash: { kind: "overlap", other: booking },
    move: null,
    join: name,
  },
  "bookings.days": {
    days: [{ date: "2026-11-23", items: [item(booking, { join: name })] }],
    before: null,
    after: null,
  },
  "bookings.requests": [{ date: "2026-11-23", items: [item(booking, { join: name })] }],
  "bookings.dots": [{ date: "2026-11-23", count: 1, projects: [name] }],
  "bookings.search": { bookings: [booking], more: true },
  "destinations.hosts": [{ id: "host", name }],
  "destinations.messages": [
    {
      seq: 1,
      message: messageOf(happened({}, booking), { kind: "new", detail: "everything" }, "msg_1", 0),
      owedAt: 0,
      state: "waiting",
      tries: 0,
      doubtful: false,
      why: null,
    },
  ],
  "destinations.preview": {
    count: 1,
    more: false,
    latest: [
      { at: 0, as: { kind: "slack", body: { text: name, unfurl_links: false, unfurl_media: false } } },
    ],
    example: { kind: "slack", body: { text: "", unfurl_links: false, unfurl_media: false } },
  },
  "bookings.projects": [{ id: "project", name }],
  "activity.list": { lines: [changeOf(1, booking)], more: false },
  "deliveries.list": { lines: [line], more: true },
  "deliveries.get": detail,
  "settings.change": { ...settings, projects },
  "settings.setHotkey": { ...settings, projects },
  "timekit.resources": [{ id: "doc", name }],
};

test.each(Object.entries(answers))("%s holds no name while others see the screen", (ask, answer) => {
  expect(JSON.stringify(answer)).toContain(name);
  const masked = maskedAnswer(ask as AskName, answer);
  expect(JSON.stringify(masked)).not.toContain(name);
  expect(Object.keys(masked ?? {})).toEqual(Object.keys(answer ?? {}));
});

test("what is no longer kept has nothing to hide", () => {
  expect(maskedAnswer("bookings.get", null)).toBeNull();
  expect(maskedAnswer("deliveries.get", null)).toBeNull();
});

test("a booking without a link or a clash has none behind its mask, either", () => {
  const masked = maskedAnswer("bookings.get", { booking, history: [], clash: null, move: null, join: null });
  expect(masked).toMatchObject({
    join: null,
    clash: null,
    booking: { id: booking.id, start: booking.start },
  });
});

test("the host that somebody is to agree to is shown, and so is what holds no name", () => {
  expect(maskedAnswer("bookings.join", "video.example.com")).toBe("video.example.com");
  expect(maskedAnswer("exports.bookings", 3)).toBe(3);
  expect(maskedAnswer("deliveries.replay", "stale")).toBe("stale");
});
