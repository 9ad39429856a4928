import type { WebFrameMain } from "electron";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type AskName, ipc } from "../../../common/ipc.ts";
import type { Handlers } from "../../../main/ipc/handlers.ts";
import { serveIpc } from "../../../main/ipc/serve.ts";
import { WorldError } from "../../../main/lib/world-error.ts";
import { aBooking } from "../../support/bookings.ts";

type Served = (event: { senderFrame: unknown }, input: unknown) => Promise<unknown>;
const served = vi.hoisted(() => new Map<string, Served>());
vi.mock("electron", () => ({
  ipcMain: {
    handle: (name: string, answer: Served) => served.set(name, answer),
    removeHandler: (name: string) => served.delete(name),
  },
}));

const ours = {} as WebFrameMain;
const detail = { booking: aBooking(), history: [], clash: null, move: null, join: "zoom.us" };
const get = vi.fn<Handlers["bookings"]["get"]>(() => detail);
const onFault = vi.fn();
let presenting = false;

/** Every ask has a handler; only the one that a test looks at does something. */
const handlers = {
  ...Object.fromEntries(
    Object.entries(ipc.asks).map(([group, asks]) => [
      group,
      Object.fromEntries(Object.keys(asks).map((own) => [own, () => null])),
    ]),
  ),
  bookings: { get },
} as unknown as Handlers;

const stop = serveIpc(handlers, {
  isOurs: (frame) => frame === ours,
  presenting: () => presenting,
  onFault,
});
const ask = (name: AskName, input: unknown, senderFrame: unknown = ours) =>
  served.get(name)?.({ senderFrame }, input);

afterEach(() => {
  presenting = false;
  get.mockReset().mockReturnValue(detail);
  onFault.mockReset();
});

test("each ask of the schema is served under its group and its name", () => {
  expect([...served.keys()]).toContain("deliveries.replay");
  expect(served.size).toBe(Object.values(ipc.asks).flatMap((asks) => Object.keys(asks)).length);
});

test("a handler's value is the answer", async () => {
  expect(await ask("bookings.get", "one")).toEqual({ ok: true, value: detail });
  expect(get).toHaveBeenCalledExactlyOnceWith("one");
});

test.each([null, {}])("a frame that is not ours (%j) gets no answer", async (frame) => {
  await expect(ask("bookings.get", "one", frame)).rejects.toThrow("Not for you.");
  expect(get).not.toHaveBeenCalled();
});

test.each(["", 1, null, { id: "one" }])("%j is no booking's id, and reaches no handler", async (input) => {
  expect(await ask("bookings.get", input)).toMatchObject({ ok: false, error: { code: "invalid-input" } });
  expect(get).not.toHaveBeenCalled();
});

describe("what fails", () => {
  const failing = async (error: unknown) => {
    get.mockRejectedValue(error);
    return ask("bookings.get", "one");
  };

  test("in the world is told by its code, and is no fault", async () => {
    expect(await failing(new WorldError("timekit-busy"))).toMatchObject({
      ok: false,
      error: { code: "timekit-busy" },
    });
    expect(onFault).not.toHaveBeenCalled();
  });

  test("by a bug is reported, and its text stays here", async () => {
    const error = new Error("secret");
    const answer = await failing(error);
    expect(answer).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(JSON.stringify(answer)).not.toContain("secret");
    expect(onFault).toHaveBeenCalledExactlyOnceWith(error);
  });

  test("at once is answered like what fails later", async () => {
    get.mockImplementation(() => {
      throw new WorldError("no-link");
    });
    expect(await ask("bookings.get", "one")).toMatchObject({ ok: false, error: { code: "no-link" } });
  });

  test("at a file that the user chose is told as not saved", async () => {
    const error = Object.assign(new Error("EACCES"), { syscall: "open" });
    expect(await failing(error)).toMatchObject({ ok: false, error: { code: "not-saved" } });
    expect(onFault).toHaveBeenCalledExactlyOnceWith(error);
  });
});

test("while others see the screen an answer has no names, as it is when it is given", async () => {
  get.mockImplementation(() => {
    presenting = true;
    return detail;
  });
  const answer = JSON.stringify(await ask("bookings.get", "one"));
  expect(answer).not.toMatch(/Marty|Hill Valley|zoom/);
  expect(answer).toContain('"start":');
});

test("afterwards nothing is served any more", () => {
  stop();
  expect(served.size).toBe(0);
});
