import { expect, test } from "vitest";
import { ringOf, soonTitle } from "../../../main/tray/meetings.ts";
import { at, booking, item, person, view } from "../../page/views.ts";
import { english } from "../../support/english.ts";

const marty = (name = "Marty McFly") =>
  item(booking("b", "15:00", "16:00", { customer: person(name) }), { phase: "next" });

test.each([
  ["13:59", ""],
  ["14:00", "Marty in 60m"],
  ["14:52", "Marty in 8m"],
  ["15:00", "Marty now"],
  ["15:59", "Marty now"],
  ["16:00", ""],
])("at %s the title is “%s”", (clock, title) => {
  expect(soonTitle(view([marty()], { now: at(clock) }), english)).toBe(title);
});

test("a title has room for twenty signs", () => {
  const title = soonTitle(view([marty("Bartholomew-Maximilian von und zu")], { now: at("14:00") }), english);
  expect(title).toMatch(/^Bartholomew…? in 60m$/);
  expect(title.length).toBeLessThanOrEqual(20);
});

test.each([
  ["14:49", 0],
  ["14:50", 10],
  ["14:51", 9],
  ["14:59", 1],
  ["15:00", 0],
])("at %s the ring is full to %i tenths", (clock, tenths) => {
  expect(ringOf(view([marty()], { now: at(clock) }))).toBe(tenths);
});

test("what does not take place has no ring", () => {
  const off = item(booking("b", "15:00", "16:00", { status: "cancelled" }), { off: true });
  expect(ringOf(view([off], { now: at("14:55") }))).toBe(0);
});
