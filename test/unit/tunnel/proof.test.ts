import { expect, test, vi } from "vitest";
import type { ProofView } from "../../../common/tunnel.ts";
import type { Delivery, Taken } from "../../../main/bookings/delivery.ts";
import { readDelivery } from "../../../main/sources/timekit/read.ts";
import { createProof, type ProofParts } from "../../../main/tunnel/proof.ts";

const taken: Taken = { verdict: "first", bookingId: "x", change: null };

/** A proof whose post arrives here at once, unless `parts` say otherwise. */
function aProof(parts: Partial<ProofParts> = {}) {
  const views: ProofView[] = [];
  const forgotten: string[] = [];
  const clock = { now: 1_000 };
  const stored: Delivery[] = [];
  const proof = createProof({
    hook: () => "https://hooks.example/hooks/timekit/token",
    signingSecret: async () => null,
    async post(_url, body, headers) {
      await deliver({ receivedAt: 0, via: "webhook", headers, body: Buffer.from(body) });
      return 204;
    },
    forget: async (id) => void forgotten.push(id),
    now: () => {
      clock.now += 10;
      return clock.now;
    },
    newMark: () => "mark",
    onView: (view) => views.push(view),
    onFault: (error) => {
      throw error;
    },
    ...parts,
  });
  const deliver = proof.watch(async (delivery) => {
    stored.push(delivery);
    proof.told("bookbell-proof-mark", true);
    return taken;
  });
  return { proof, views, forgotten, stored, last: () => views.at(-1) };
}

test("ticks off each step in its order, and forgets the booking when the page has painted it", async () => {
  const { proof, forgotten, stored, last } = aProof();
  const run = proof.run();
  await vi.waitFor(() => expect(last()?.reached.notification).toBeDefined());
  expect(proof.isTest("bookbell-proof-mark")).toBe(true);
  expect(proof.isTest("another")).toBe(false);
  expect(forgotten).toEqual([]);
  proof.seen("not this one");
  expect(last()?.reached.window).toBeUndefined();
  proof.seen("mark");
  await run;
  const { reached, failed } = last() as ProofView;
  expect(failed).toBeNull();
  expect(Object.keys(reached).sort()).toEqual(["notification", "receiver", "store", "tunnel", "window"]);
  expect(Math.max(...Object.values(reached))).toBe(reached.window);
  expect(forgotten).toEqual(["bookbell-proof-mark"]);
  // It is a booking like any other, or it would prove nothing.
  const reading = readDelivery(stored[0]?.body ?? Buffer.alloc(0));
  expect(reading).toMatchObject({ ok: true, report: { id: "bookbell-proof-mark" } });
  expect(proof.isTest("bookbell-proof-mark")).toBe(false);
});

test.each<[string, Partial<ProofParts>, string, string]>([
  ["there is no address", { hook: () => null }, "tunnel", "no-public-address"],
  ["nobody answers", { post: () => Promise.reject(new Error("no")) }, "tunnel", "front-door-silent"],
  ["somebody else answers", { post: async () => 404 }, "tunnel", "front-door-refused"],
  ["the signature was lost on the way", { post: async () => 401 }, "tunnel", "front-door-altered"],
])("says where it stopped when %s", async (_when, parts, step, code) => {
  const { proof, forgotten, last } = aProof(parts);
  await proof.run();
  expect(last()?.failed).toMatchObject({ step, problem: { code } });
  expect(forgotten).toHaveLength(1);
});

test("a notification that cannot be shown ends it there", async () => {
  const { proof, last } = aProof({
    async post(_url, body, headers) {
      await proof.watch(async () => taken)({
        receivedAt: 0,
        via: "webhook",
        headers,
        body: Buffer.from(body),
      });
      proof.told("bookbell-proof-mark", false);
      return 204;
    },
  });
  await proof.run();
  expect(last()?.failed).toMatchObject({ step: "notification", problem: { code: "notifications-failed" } });
});

test("gives up after twenty seconds", async () => {
  vi.useFakeTimers();
  try {
    const { proof, last } = aProof({
      post: (_u, _b, _h, signal) => new Promise((_, no) => signal.addEventListener("abort", no)),
    });
    const run = proof.run();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(last()?.failed).toMatchObject({ step: "tunnel", problem: { code: "front-door-silent" } });
    await run;
  } finally {
    vi.useRealTimers();
  }
});

test("a delivery that carries another mark is a delivery like any other", async () => {
  const { proof, views } = aProof();
  const take = vi.fn(async () => taken);
  const delivery = {
    receivedAt: 0,
    via: "webhook",
    headers: { "x-bookbell-proof": "guess" },
    body: Buffer.alloc(0),
  } as const;
  expect(await proof.watch(take)(delivery)).toBe(taken);
  expect(views).toEqual([]);
});
