import { describe, expect, test } from "vitest";
import { seatId } from "../../../../main/sources/calcom/seats.ts";
import {
  aCalcomStore,
  calcomBody,
  calcomJson,
  calcomNames,
  hookWith,
  rowWith,
} from "../../../support/calcom.ts";

const kindsOf = (...names: readonly string[]) => {
  const { store, changes } = aCalcomStore();
  const kinds = changes(...names.map(calcomBody)).map((change) => change?.kind ?? null);
  store.close();
  return kinds;
};

const spanAt = (start: string) => ({ start: Date.parse(start), end: Date.parse(start) + 1_800_000 });

test.each([
  ["booked, and cancelled", ["created", "cancelled"], ["new", "cancelled"]],
  ["asked for, and confirmed", ["requested", "created"], ["asked", "confirmed"]],
  ["asked for, and rejected", ["requested", "rejected"], ["asked", "declined"]],
  ["paid for", ["payment-initiated", "paid"], ["held", "confirmed"]],
])("a booking that is %s is told step by step", (_what, names, kinds) => {
  // The samples of a request and of its confirmation are of the same moment.
  const { store, changes } = aCalcomStore();
  const bodies = names.map((name, i) => hookWith(name, {}, `2026-12-01T1${i}:00:00.000Z`));
  expect(changes(...bodies).map((change) => change?.kind)).toEqual(kinds);
  store.close();
});

describe("a payment", () => {
  test.each([
    ["with its booking", ["payment-initiated", "paid", "created"]],
    ["after its booking", ["created", "paid", "payment-initiated"]],
  ])("is kept whatever comes %s", (_when, names) => {
    const { store, take, booking } = aCalcomStore();
    take(...names.map(calcomBody));
    expect(booking("bk_intro_1")).toMatchObject({ status: "confirmed", payment: "paid" });
    expect(booking("bk_intro_1")?.place).toBe("https://cal.example.com/video/bk_intro_1");
    store.close();
  });

  test("is kept though Cal.com says later that the booking is made", () => {
    const { store, take, booking } = aCalcomStore();
    const made = hookWith("created", {}, "2026-12-01T09:45:00.700Z");
    take(calcomBody("payment-initiated"), calcomBody("paid"), made);
    expect(booking("bk_intro_1")).toMatchObject({ status: "confirmed", payment: "paid" });
    store.close();
  });

  test("of a request leaves it a request", () => {
    const { store, take, booking } = aCalcomStore();
    const asked = hookWith("requested", {}, "2026-12-01T09:44:59.900Z");
    take(calcomBody("payment-initiated"), asked, calcomBody("paid.to-be-confirmed"));
    expect(booking("bk_intro_1")).toMatchObject({ status: "asked", payment: "paid" });
    store.close();
  });
});

describe("another time", () => {
  const from = spanAt("2026-12-08T13:00:00Z");
  test.each(["rescheduled", "rescheduled.requested"])(
    "%s is told as one move, and the old one is off",
    (name) => {
      const { store, changes, booking } = aCalcomStore();
      const [, move] = changes(calcomBody("created"), calcomBody(name));
      expect(move).toEqual({ kind: "moved", from, to: null, otherHalf: "calcom:bk_intro_1" });
      expect(store.alerts.owed().length).toBe(1);
      expect(booking("bk_intro_1")?.status).toBe("moved");
      store.close();
    },
  );

  test("for which its host asked first is told as a cancellation, and then as a move", () => {
    const { store, changes, booking } = aCalcomStore();
    const names = ["created", "cancelled.for-another-time", "rescheduled"];
    const [, cancelled, move] = changes(...names.map(calcomBody));
    expect([cancelled?.kind, move?.kind, move?.otherHalf]).toEqual([
      "cancelled",
      "moved",
      "calcom:bk_intro_1",
    ]);
    expect(booking("bk_intro_1")).toMatchObject({
      host: { id: "5", name: "Nora Lindqvist" },
      project: { id: "7", name: "Intro" },
    });
    store.close();
  });

  test("is never guessed: who cancels and books anew does both", () => {
    const { store, changes } = aCalcomStore();
    const anew = hookWith("created", { uid: "bk_other" }, "2026-12-02T10:00:30.000Z");
    const told = changes(calcomBody("created"), calcomBody("cancelled.by-customer"), anew);
    expect(told.map((change) => change?.kind)).toEqual(["new", "cancelled", "new"]);
    store.close();
  });
});

describe("asking for what is known", () => {
  test("is no news, whatever it words otherwise", () => {
    const { store, changes, booking } = aCalcomStore();
    const later = rowWith({ updatedAt: "2026-12-01T11:00:00.000Z", title: "Other words", icsUid: "x" });
    expect(changes(calcomBody("created"), calcomBody("row/accepted"), later).slice(1)).toEqual([null, null]);
    expect(booking("bk_intro_1")?.answers).toEqual([{ field: "How many are you?", text: "10 to 20" }]);
    store.close();
  });

  test("leaves who cancelled, which a row may not say", () => {
    const { store, changes, booking } = aCalcomStore();
    const row = rowWith({ status: "cancelled", updatedAt: "2026-12-02T10:00:01.000Z" });
    expect(changes(calcomBody("created"), calcomBody("cancelled.by-customer"), row)[2]).toBeNull();
    expect(booking("bk_intro_1")?.by).toBe("customer");
    store.close();
  });

  test("tells why a booking was cancelled, of which no webhook came", () => {
    const { store, changes, booking } = aCalcomStore();
    const ended = { status: "cancelled", cancelledByEmail: "nora.lindqvist@example.com" };
    const row = rowWith({ ...ended, cancellationReason: "I am ill", updatedAt: "2026-12-02T10:00:00.000Z" });
    expect(changes(calcomBody("created"), row)[1]?.kind).toBe("cancelled");
    expect(booking("bk_intro_1")).toMatchObject({
      by: "host",
      answers: [{ field: "cancellationReason", text: "I am ill" }, { field: "How many are you?" }],
    });
    store.close();
  });

  test("tells a move of which no webhook came", () => {
    const { store, changes } = aCalcomStore();
    const fresh = rowWith({
      uid: "bk_intro_2",
      start: "2026-12-09T10:00:00.000Z",
      end: "2026-12-09T10:30:00.000Z",
      rescheduledFromUid: "bk_intro_1",
      updatedAt: "2026-12-03T08:00:00.000Z",
    });
    const told = changes(calcomBody("created"), calcomBody("row/rescheduled-away"), fresh);
    expect(told.map((change) => change?.otherHalf)).toEqual([undefined, undefined, "calcom:bk_intro_1"]);
    store.close();
  });

  test("does not make a request of what waits for a payment", () => {
    const { store, changes, booking } = aCalcomStore();
    const pending = rowWith({ status: "pending", updatedAt: "2026-12-01T09:42:00.000Z" });
    expect(changes(calcomBody("payment-initiated"), pending)[1]?.kind).not.toBe("asked");
    expect(booking("bk_intro_1")?.status).toBe("held");
    store.close();
  });
});

describe("a booking of several", () => {
  const ana = calcomJson("created").payload.attendees[1];
  const anas = hookWith("seat.created", { attendees: [ana] }, "2026-12-01T10:00:00.000Z");
  const seat = seatId("bk_class_1", { email: "SAM.okafor@example.net" });

  test.each(["seat.cancelled", "seat.cancelled.named"])("loses one seat by %s", (name) => {
    const { store, changes, booking } = aCalcomStore();
    const told = changes(calcomBody("seat.created"), anas, calcomBody(name));
    expect(told.map((change) => change?.kind)).toEqual(["new", "new", "cancelled"]);
    expect(booking(seat)).toMatchObject({ status: "cancelled", ownerId: "calcom:bk_class_1" });
    expect(booking(seatId("bk_class_1", ana))?.status).toBe("confirmed");
    store.close();
  });

  test("is cancelled as a whole", () => {
    const { store, changes, booking } = aCalcomStore();
    const told = changes(calcomBody("seat.created"), anas, calcomBody("class.cancelled"));
    expect(told[2]?.kind).toBe("cancelled");
    expect(booking("bk_class_1")).toMatchObject({ status: "cancelled", by: "host", seats: { max: 10 } });
    store.close();
  });

  test("lets one seat move to another day, and goes on", () => {
    const { store, changes, booking } = aCalcomStore();
    const told = changes(calcomBody("seat.created"), anas, calcomBody("seat.rescheduled"));
    expect(told[2]).toMatchObject({ kind: "moved", otherHalf: `calcom:${seat}` });
    expect(booking(seat)?.status).toBe("moved");
    expect(booking(seatId("bk_class_1", ana))?.status).toBe("confirmed");
    store.close();
  });

  test("has a seat that is asked for as the one that was told of", () => {
    const { store, changes } = aCalcomStore();
    expect(changes(calcomBody("seat.created"), calcomBody("row/seated"))[1]).toBeNull();
    store.close();
  });

  test("shows no mail address in the id of a seat", () => expect(seat).toMatch(/^bk_class_1~[0-9a-f]{16}$/));
});

test("questions keep their words, and event types their names, in what words them otherwise", () => {
  const { store, take, booking } = aCalcomStore();
  const later = hookWith("cancelled", { eventTitle: undefined, type: "intro-call" });
  take(calcomBody("created"), later);
  expect(booking("bk_intro_1")?.answers).toEqual([
    { field: "cancellationReason", text: "Cannot make it" },
    { field: "How many are you?", text: "10 to 20" },
  ]);
  expect(booking("bk_intro_1")?.project).toEqual({ id: "7", name: "Intro" });
  store.close();
});

test("each of a series is a booking of its own", () => {
  const { store, changes } = aCalcomStore();
  const second = hookWith("created.recurring", { uid: "bk_weekly_2", startTime: "2026-12-15T13:00:00Z" });
  const told = changes(calcomBody("created.recurring"), second);
  expect(told.map((change) => change?.kind)).toEqual(["new", "new"]);
  store.close();
});

test("what is silent changes nothing, and stands nowhere", () => {
  const { store, take } = aCalcomStore();
  take(calcomBody("created"));
  for (const taken of take(...calcomNames("silent").map(calcomBody))) expect(taken?.verdict).toBe("silent");
  expect(store.deliveries.page(null).lines.length).toBe(1);
  expect(store.bookings.page(0).length).toBe(1);
  store.close();
});

test("a cancellation is told even of what was never heard of", () => {
  expect(kindsOf("cancelled", "rescheduled")).toEqual(["cancelled", "moved"]);
});
