import { expect, test } from "vitest";
import {
  isGivenUp,
  isOff,
  isOn,
  isOver,
  type Status,
  statuses,
  statusesThat,
  takesPlace,
} from "../../../common/status.ts";

test.each<[Status, string[]]>([
  ["asked", ["takes place", "on"]],
  ["held", ["takes place", "on"]],
  ["confirmed", ["takes place", "on"]],
  ["unknown", ["takes place"]],
  ["done", ["over"]],
  ["declined", ["off", "over"]],
  ["cancelled", ["off", "over", "given up"]],
  ["moved", ["off", "over", "given up"]],
  ["expired", ["off", "over"]],
])("what is %s: %j", (status, meant) => {
  const questions = { "takes place": takesPlace, on: isOn, off: isOff, over: isOver, "given up": isGivenUp };
  const answered = Object.entries(questions).filter(([, question]) => question({ status }));
  expect(answered.map(([name]) => name)).toEqual(meant);
});

test("the statuses of a question are those for which it says yes", () => {
  expect(statusesThat(isGivenUp)).toEqual(["cancelled", "moved"]);
  expect(statusesThat(() => true)).toEqual(statuses);
  expect(statusesThat(() => false)).toEqual([]);
});
