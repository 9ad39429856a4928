import { expect, test } from "vitest";
import { systemClocks } from "../../../main/lib/clocks.ts";

test("the system's own clocks go on by themselves", () => {
  expect(systemClocks.elapsed()).toBeGreaterThan(0);
  expect(systemClocks.awake === null).toBe(process.platform !== "linux");
});
