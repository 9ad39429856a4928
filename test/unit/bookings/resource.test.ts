import { expect, test } from "vitest";
import { isOf } from "../../../main/bookings/resource.ts";
import { aBooking } from "../../support/bookings.ts";

const host = (id: string) => aBooking({ host: { id, name: "Doc", timeZone: "UTC" } });
const doc = { id: "doc", name: "Doc" };

test.each([
  ["its own host's", doc, host("doc"), true],
  ["another host's", doc, host("marty"), false],
  ["of a host that is not told", doc, aBooking({ host: null }), true],
  ["of a host without an id", doc, host(""), true],
  ["anybody's, where everybody's count", null, host("marty"), true],
])("a booking that is %s", (_what, resource, booking, expected) => {
  expect(isOf(resource, booking)).toBe(expected);
});
