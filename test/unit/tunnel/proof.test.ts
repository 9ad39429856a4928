import { expect, test, vi } from "vitest";
import type { ProofView } from "../../../common/tunnel.ts";
import { readDelivery } from "../../../main/sources/timekit/read.ts";
import { createProof, type ProofParts } from "../../../main/tunnel/proof.ts";
import { english } from "../../support/english.ts";

/** A proof whose post arrives here at once, unless `parts` say otherwise. */
function aProof(parts: Partial<ProofParts> = {}) {
  const views: ProofView[] = [];
  const forgotten: string[] = [];
  const clock = { now: 1_000 };
  const stored: Buffer[] = [];
  const proof = createProof({
    hook: () => "https://hooks.example/hooks/timekit/token",
    signingSecret: async () => null,
    async post(_url, body, headers) {
      proof.arrived({ headers });
      stored.push(Buffer.from(body));
      proof.kept({ headers });
      proof.told("bookbell-proof-mark", true);
      return 204;
    },
    forget: async (id) => void forgotten.push(id),
    now: () => {
      clock.now += 10;
      return clock.now;
    },
    words: () => english,
    newMark: () => "mark",
    onView: (view) => views.push(view),
    onFault: (error) => {
      throw error;
    },
    ...parts,
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
  const reading = readDelivery(stored[0] ?? Buffer.alloc(0));
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

test("whatever becomes of the answer, a booking on the screen has come", async () => {
  const { proof, last } = aProof({
    post: (_url, _body, headers, signal) =>
      new Promise((_, no) => {
        proof.arrived({ headers });
        proof.kept({ headers });
        proof.told("bookbell-proof-mark", true);
        proof.seen("mark");
        signal.addEventListener("abort", no);
      }),
  });
  await proof.run();
  expect(last()).toMatchObject({ failed: null, reached: { window: expect.any(Number) } });
});

test("a notification that cannot be shown ends it there", async () => {
  const { proof, last } = aProof({
    async post(_url, _body, headers) {
      proof.arrived({ headers });
      proof.kept({ headers });
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

test("one that arrives and is not kept stops at the store", async () => {
  vi.useFakeTimers();
  try {
    const { proof, last } = aProof({
      async post(_url, _body, headers) {
        proof.arrived({ headers });
        return 503;
      },
    });
    await proof.run();
    expect(last()?.failed?.step).toBe("store");
  } finally {
    vi.useRealTimers();
  }
});

test.each([{ "x-bookbell-proof": "guess" }, {}])(
  "a delivery that carries another mark, or none, is a delivery like any other",
  async (headers) => {
    const { proof, views, last } = aProof({
      async post() {
        proof.arrived({ headers });
        proof.kept({ headers });
        return 404;
      },
    });
    proof.arrived({ headers });
    proof.kept({ headers });
    expect(views).toEqual([]);
    await proof.run();
    expect(last()).toMatchObject({ reached: {}, failed: { step: "tunnel" } });
  },
);
