import { expect, test } from "vitest";
import type { Booking } from "../../../common/booking.ts";
import { hostActionsOf, noMessageOf, statusAfter } from "../../../common/host-actions.ts";
import { isOff, statuses } from "../../../common/status.ts";
import { aBooking } from "../../support/bookings.ts";

const idAt = { timekit: "b1", calcom: "calcom:b1", calendly: "calendly:E1.I1" } as const;
const services = Object.keys(idAt) as (keyof typeof idAt)[];
const offered = (service: keyof typeof idAt, more: Partial<Booking>) =>
  hostActionsOf(aBooking({ id: idAt[service], ...more }));

const seats = { taken: 1, max: 9 };

test.each([
  ["timekit", { status: "asked" }, ["confirm", "decline"]],
  ["timekit", { status: "confirmed" }, ["cancel"]],
  ["timekit", { status: "confirmed", ownerId: "class", seats }, ["cancel"]],
  ["timekit", { status: "held" }, []],
  ["calcom", { status: "asked" }, ["confirm", "decline"]],
  ["calcom", { status: "confirmed" }, ["cancel"]],
  ["calcom", { status: "held" }, ["cancel"]],
  ["calcom", { status: "confirmed", seats }, ["cancel"]],
  ["calcom", { status: "confirmed", ownerId: "calcom:class", seats }, []],
  ["calcom", { status: "asked", ownerId: "calcom:class", seats }, []],
  ["calendly", { status: "asked" }, []],
  ["calendly", { status: "confirmed" }, ["cancel"]],
  ["calendly", { status: "confirmed", ownerId: "calendly:E1", seats }, []],
  ["calendly", { status: "confirmed", seats }, []],
] as const)("at %s a host can do to %j: %j", (service, booking, actions) => {
  expect(offered(service, booking)).toEqual(actions);
});

test("nothing is offered that is so already, nor about what is over", () => {
  for (const service of services)
    for (const status of statuses) {
      const actions = offered(service, { status });
      expect(actions.map((action) => statusAfter[action])).not.toContain(status);
      if (isOff({ status }) || status === "done" || status === "unknown") expect(actions).toEqual([]);
    }
});

test("only Cal.com wants a message, and of a host who cancels alone", () => {
  const wanting = services.flatMap((service) =>
    (["confirm", "decline", "cancel"] as const)
      .filter((action) => noMessageOf({ id: idAt[service] }, action) !== null)
      .map((action) => [service, action]),
  );
  expect(wanting).toEqual([["calcom", "cancel"]]);
});
