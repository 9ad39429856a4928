import type { WebContents } from "electron";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRowLight } from "../../../main/window/row-light.ts";
import { aBooking } from "../../support/bookings.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aWindow() {
  const send = vi.fn();
  const window = { focused: true };
  const rows = createRowLight(() => (window.focused ? ({ send } as unknown as WebContents) : null));
  return { rows, send, window };
}
const booking = aBooking({ id: "b" });

test("a page that has lit the row says so", async () => {
  const { rows, send } = aWindow();
  const lit = rows.light(booking);
  expect(send).toHaveBeenCalledExactlyOnceWith("lightRow", booking);
  rows.answered({ id: "another", lit: false });
  rows.answered({ id: "b", lit: true });
  expect(await lit).toBe(true);
  const not = rows.light(booking);
  rows.answered({ id: "b", lit: false });
  expect(await not).toBe(false);
});

test("a window without the focus is not asked", async () => {
  const { rows, send, window } = aWindow();
  window.focused = false;
  expect(await rows.light(booking)).toBe(false);
  expect(send).not.toHaveBeenCalled();
});

test("nobody waits for a page that says nothing, or for one change because of another", async () => {
  const { rows } = aWindow();
  const first = rows.light(booking);
  const second = rows.light({ ...booking, id: "c" });
  expect(await first).toBe(false);
  vi.advanceTimersByTime(500);
  expect(await second).toBe(false);
  rows.answered({ id: "c", lit: true });
});
