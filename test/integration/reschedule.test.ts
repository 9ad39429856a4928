import { expect, test } from "vitest";
import { at } from "../support/bookings.ts";
import { aStore, received } from "../support/store.ts";
import { payload } from "../support/timekit-payloads.ts";

const first = received(payload("instant.confirmed"));
const old = received(payload("variants/reschedule.by-link.1-old"));
const fresh = received(payload("variants/reschedule.by-link.2-new"));
const before = { start: at("2026-12-08T13:00Z"), end: at("2026-12-08T13:30Z") };
const after = { start: at("2026-12-09T10:00Z"), end: at("2026-12-09T10:30Z") };

function changesOf(...deliveries: (typeof first)[]) {
  const { store } = aStore();
  const taken = deliveries.flatMap((delivery) => store.take([delivery]));
  store.close();
  return taken.map((one) => ("change" in one ? one.change : null));
}

test("the new half, heard last, is told as one move", () => {
  expect(changesOf(old, fresh)).toEqual([
    { kind: "moved", from: null, to: null },
    { kind: "moved", from: before, to: null },
  ]);
});

test("the old half, heard last, is told as one move", () => {
  expect(changesOf(fresh, old)).toEqual([
    { kind: "new", from: null, to: null },
    { kind: "moved", from: before, to: after },
  ]);
});

test("each half is paired once", () => {
  const another = received(
    Buffer.from(String(fresh.body).replaceAll("8333-000000000002", "8333-000000000003")),
  );
  expect(changesOf(old, fresh, another, fresh)[2]).toEqual({ kind: "new", from: null, to: null });
});

test("halves in one transaction are paired as well", () => {
  const { store } = aStore();
  const changes = store.take([old, fresh]).map((one) => ("change" in one ? one.change : null));
  expect(changes[1]).toEqual({ kind: "moved", from: before, to: null });
  store.close();
});
