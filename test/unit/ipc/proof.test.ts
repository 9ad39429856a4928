import { expect, test, vi } from "vitest";
import { createProofHandlers } from "../../../main/ipc/proof-handlers.ts";

test("a test booking is sent without waiting for its end, and seen by its mark", () => {
  const run = vi.fn(() => new Promise<void>(() => {}));
  const seen = vi.fn();
  const handlers = createProofHandlers({ run, seen });
  expect(handlers.run()).toBeNull();
  expect(run).toHaveBeenCalledOnce();
  expect(handlers.seen("a mark")).toBeNull();
  expect(seen).toHaveBeenCalledExactlyOnceWith("a mark");
});
