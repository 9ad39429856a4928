import { describe, expect, test } from "vitest";
import { readWebhookAnswer } from "../../../main/destinations/webhook-answer.ts";
import { now } from "../../support/outgoing.ts";

const host = "hook.eu1.make.com";
const minute = 60_000;
const read = (status: number, body = "", headers: { retryAfter?: string; date?: string } = {}) =>
  readWebhookAnswer({ status, body, retryAfter: null, date: null, ...headers }, host, now);

test.each([200, 201, 202, 204, 299])("%d is sent, whatever it says", (status) =>
  expect(read(status, "Accepted")).toEqual({ result: "sent" }),
);

test.each([
  [301, "destination-elsewhere"],
  [308, "destination-elsewhere"],
  [404, "destination-failing"],
  [408, "destination-failing"],
  [409, "destination-failing"],
  [425, "destination-failing"],
  [429, "destination-busy"],
  [500, "destination-failing"],
  [503, "destination-failing"],
  [101, "destination-failing"],
])("%d is the destination's: tried again", (status, code) =>
  expect(read(status)).toMatchObject({ result: "again", why: { code }, afterMs: null, doubtful: false }),
);

test("it is left alone as long as it asks for", () => {
  expect(read(429, "", { retryAfter: "12" })).toMatchObject({ afterMs: 12_000 });
  expect(read(503, "", { retryAfter: new Date(now + minute).toUTCString() })).toMatchObject({
    afterMs: minute,
  });
});

test.each([400, 413, 415, 422])("%d is the message's", (status) =>
  expect(read(status, "queue is fully booked")).toEqual({
    result: "refused",
    why: { code: "destination-turned-down", args: { host, status } },
  }),
);

test("a full queue of Make's is not", () =>
  expect(read(400, "Queue is full.")).toMatchObject({ result: "again", why: { code: "destination-busy" } }));

test("410 stops it", () =>
  expect(read(410)).toEqual({ result: "stopped", why: { code: "destination-gone", args: { host } } }));

describe.each([401, 403])("%d", (status) => {
  const withClock = (ms: number) => read(status, "", { date: new Date(now + ms).toUTCString() });

  test("stops it where the clocks agree, or nobody knows", () => {
    const notAllowed = {
      result: "stopped",
      why: { code: "destination-not-allowed", args: { host, status } },
    };
    expect(read(status)).toEqual(notAllowed);
    expect(read(status, "", { date: "now" })).toEqual(notAllowed);
    expect(withClock(5 * minute)).toEqual(notAllowed);
    expect(withClock(-5 * minute)).toEqual(notAllowed);
  });

  test("is put down to this computer's clock where that is off", () => {
    const why = { code: "destination-clock", args: { host, minutes: 7 } };
    expect(withClock(7 * minute)).toMatchObject({ result: "again", why });
    expect(withClock(-7 * minute)).toMatchObject({ result: "again", why });
  });
});
