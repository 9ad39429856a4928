import { expect, test, vi } from "vitest";
import { createUpdatesHandlers } from "../../../main/ipc/updates-handlers.ts";
import { WorldError } from "../../../main/lib/world-error.ts";

const updates = { check: vi.fn(() => new Promise<void>(() => {})), install: vi.fn() };
const openReleases = vi.fn(async () => {});
const handlers = createUpdatesHandlers({ updates, openReleases });

test("looking is not waited for: the view tells what came of it", () => {
  expect(handlers.check()).toBeNull();
  expect(updates.check).toHaveBeenCalledOnce();
});

test("the newest version's page is opened, or it is said why not", async () => {
  expect(await handlers.openReleases()).toBeNull();
  openReleases.mockRejectedValueOnce(new WorldError("link-not-opened"));
  await expect(handlers.openReleases()).rejects.toMatchObject({ code: "link-not-opened" });
});

test("what is ready is installed, but in no meeting", () => {
  expect(handlers.restart()).toBeNull();
  updates.install.mockImplementation(() => {
    throw new WorldError("update-in-meeting");
  });
  expect(() => handlers.restart()).toThrow(expect.objectContaining({ code: "update-in-meeting" }));
});
