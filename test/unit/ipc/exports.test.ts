import { expect, test, vi } from "vitest";
import { createExportsHandlers } from "../../../main/ipc/exports-handlers.ts";

test("bookings are written in the format that was asked for, a diagnosis in its own", async () => {
  const bookings = vi.fn(async (kind: "ics" | "csv") => (kind === "csv" ? 3 : null));
  const handlers = createExportsHandlers({ bookings, diagnostics: async () => true });
  expect(await handlers.bookings("csv")).toBe(3);
  expect(await handlers.bookings("ics")).toBeNull();
  expect(await handlers.diagnostics()).toBe(true);
});
