import { expect, test, vi } from "vitest";
import { createEvent } from "../../../main/lib/event.ts";

test("whoever listens is told, in the order in which they came", () => {
  const { on, tell } = createEvent<string>();
  const heard: string[] = [];
  on((told) => heard.push(`first ${told}`));
  on((told) => heard.push(`second ${told}`));
  tell("news");
  expect(heard).toEqual(["first news", "second news"]);
});

test("who no longer listens is told no more, and nobody else with them", () => {
  const { on, tell } = createEvent();
  const listener = vi.fn();
  const end = on(listener);
  on(listener);
  end();
  end();
  tell();
  expect(listener).toHaveBeenCalledTimes(1);
});

test("who is ended while others are told is not told any more, who comes then waits for the next time", () => {
  const { on, tell } = createEvent();
  const [ended, late] = [vi.fn(), vi.fn()];
  on(() => {
    end();
    on(late);
  });
  const end = on(ended);
  tell();
  expect([ended.mock.calls.length, late.mock.calls.length]).toEqual([0, 0]);
  tell();
  expect(late).toHaveBeenCalledTimes(1);
});
