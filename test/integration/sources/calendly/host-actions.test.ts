import { expect, test } from "vitest";
import { calendlyPageOf } from "../../../../main/sources/calendly/page.ts";
import { aCalendlyBookbell } from "../../../support/calendly-bookbell.ts";
import { code } from "../../../support/timekit-client.ts";

const id = "calendly:E1.E1-sam";

async function aBooked() {
  const at = await aCalendlyBookbell();
  await at.calendly.book("E1");
  await at.catchUp.run();
  return at;
}

test("a booking is cancelled with a reason, and once", async () => {
  const { calendly, cancel, store } = await aBooked();
  await cancel(id, "I am ill");
  expect(store.bookings.get(id)).toMatchObject({
    status: "cancelled",
    by: "host",
    answers: [{ text: "I am ill" }, {}, {}],
  });
  const asked = calendly.requests.length;
  await cancel(id, "I am ill");
  expect(calendly.requests.length).toBe(asked);
});

test("one that was cancelled meanwhile is no fault", async () => {
  const { calendly, api, cancel, store } = await aBooked();
  await api.cancel("E1.E1-sam", "Before you");
  await cancel(id, "");
  expect(store.bookings.get(id)).toMatchObject({
    status: "cancelled",
    answers: [{ text: "Before you" }, {}, {}],
  });
  expect(calendly.requests.filter(({ method }) => method === "POST")).toHaveLength(2);
});

test("what Calendly does not allow is said, and the booking stays as it is", async () => {
  const { calendly, cancel, store } = await aBooked();
  calendly.fault({ at: /POST/, how: { status: 403, body: "{}" } });
  expect(await code(cancel(id, ""))).toBe("calendly-not-allowed");
  expect(store.bookings.get(id)?.status).toBe("confirmed");
});

test("a seat is not cancelled: everybody's would be", async () => {
  const { calendly, catchUp, cancel, store } = await aCalendlyBookbell();
  await calendly.book("C1", { invitees_counter: { total: 1, active: 1, limit: 9 } });
  await catchUp.run();
  const seat = "calendly:C1.C1-sam";
  expect(await code(cancel(seat, ""))).toBe("calendly-class");
  expect(store.bookings.get(seat)?.status).toBe("confirmed");
});

test("what nobody knows, or can ask about, is said to be so", async () => {
  const { cancel, connection } = await aBooked();
  expect(await code(cancel("calendly:E9.E9-sam", ""))).toBe("calendly-gone");
  connection.off();
  expect(await code(cancel(id, ""))).toBe("calendly-token-refused");
});

test("what is not on is not cancelled", async () => {
  const { calendly, cancel, catchUp, store } = await aBooked();
  const { event, invitee } = calendly.bookingAt("E1");
  await calendly.put(
    { event, invitee: { ...invitee, status: "canceled", rescheduled: true } },
    "invitee.canceled",
  );
  await catchUp.run();
  expect(store.bookings.get(id)?.status).toBe("moved");
  expect(await code(cancel(id, ""))).toBe("calendly-turned-down");
  expect(calendly.requests.some(({ method, path }) => method === "POST" && path.includes("E1"))).toBe(false);
});

test.each([
  ["E1.I1", false, "?period=upcoming&uuid=E1"],
  ["E1", true, "?period=past&uuid=E1"],
  ["../settings", false, undefined],
  ["E1.I1&x=1", false, undefined],
  ["", false, undefined],
])("the page of %s, past: %s, is %s", (own, isPast, query) => {
  expect(calendlyPageOf(own, isPast)?.search).toBe(query);
  expect(calendlyPageOf(own, isPast)?.host).toBe(query && "calendly.com");
});
