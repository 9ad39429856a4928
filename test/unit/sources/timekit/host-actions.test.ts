import { expect, test } from "vitest";
import type { Booking } from "../../../../common/booking.ts";
import type { BookingAction } from "../../../../common/host-actions.ts";
import type { Status } from "../../../../common/status.ts";
import { WorldError } from "../../../../main/lib/world-error.ts";
import { createHostActions } from "../../../../main/sources/timekit/host-actions.ts";
import { aBooking } from "../../../support/bookings.ts";

const answerOf = (status: Status) => Buffer.from(status);

/** A booking as it is known here, and as it is at Timekit; what was asked of Timekit. */
function acting(
  known: Status | null,
  there: Status,
  refusal: Error | null = null,
  more: Partial<Booking> = {},
) {
  const asked: unknown[] = [];
  const world = { known, there, answers: true, readable: true };
  const act = createHostActions({
    api: {
      async act(wanted) {
        asked.push(wanted);
        if (refusal) throw refusal;
        return world.answers ? answerOf(world.there) : null;
      },
      async readBooking(id) {
        asked.push(`read ${id}`);
        return world.readable ? answerOf(world.there) : null;
      },
    },
    booking: async (id) => (world.known ? aBooking({ id, ...more, status: world.known }) : null),
    async takeAnswer(body) {
      world.known = Buffer.from(body).toString() as Status;
    },
  });
  const want = (action: BookingAction, message = "") => act({ id: "b", action, message });
  return { world, asked, want };
}

test.each<[BookingAction, Status, Status]>([
  ["confirm", "asked", "confirmed"],
  ["decline", "asked", "declined"],
  ["cancel", "confirmed", "cancelled"],
])("%s has Timekit do so, and its answer is kept", async (action, before, after) => {
  const { world, asked, want } = acting(before, after);
  await want(action, "Sorry");
  expect(asked).toEqual([{ id: "b", graph: "instant", action, message: "Sorry" }]);
  expect(world.known).toBe(after);
});

test.each<[BookingAction, Status]>([
  ["confirm", "confirmed"],
  ["decline", "declined"],
  ["cancel", "cancelled"],
])("%s of what is so already asks for nothing", async (action, status) => {
  const { asked, want } = acting(status, status);
  await want(action);
  expect(asked).toEqual([]);
});

test.each([
  ["group_customer_payment", "class", "group_customer_payment"],
  ["", "class", "group_customer"],
  ["", null, ""],
])("of the graph %j, in the class %s, it is acted upon as of %j", async (graph, ownerId, as) => {
  const { asked, want } = acting("confirmed", "cancelled", null, { native: { graph, state: "" }, ownerId });
  await want("cancel");
  expect(asked).toMatchObject([{ graph: as, action: "cancel" }]);
});

test("what is not offered is not asked of Timekit, and the booking is read anew", async () => {
  const { world, asked, want } = acting("confirmed", "cancelled");
  await expect(want("decline")).rejects.toMatchObject({ code: "timekit-not-allowed" });
  expect([asked, world.known]).toEqual([["read b"], "cancelled"]);
});

test("an answer without the booking has it read", async () => {
  const { world, asked, want } = acting("asked", "confirmed");
  world.answers = false;
  await want("confirm");
  expect([asked.at(-1), world.known]).toEqual(["read b", "confirmed"]);
  world.readable = false;
  await want("cancel");
  expect(world.known).toBe("confirmed");
});

test("a booking that is not known is gone", async () => {
  const { want } = acting(null, "asked");
  await expect(want("confirm")).rejects.toMatchObject({ code: "timekit-gone" });
});

const notAllowed = new WorldError("timekit-not-allowed");

test("where somebody was faster it is read anew, which is enough when it is as wanted", async () => {
  const { world, want } = acting("asked", "confirmed", notAllowed);
  await want("confirm");
  expect(world.known).toBe("confirmed");
});

test("and told when it is not", async () => {
  const { world, want } = acting("asked", "cancelled", notAllowed);
  await expect(want("confirm")).rejects.toBe(notAllowed);
  expect(world.known).toBe("cancelled");
});

test.each([new WorldError("timekit-unreachable"), new Error("no")])("%s is told as it is", async (error) => {
  const { asked, want } = acting("asked", "confirmed", error);
  await expect(want("confirm")).rejects.toBe(error);
  expect(asked).toHaveLength(1);
});
