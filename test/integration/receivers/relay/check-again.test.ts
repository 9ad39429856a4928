import { expect, test } from "vitest";
import type { Delivery } from "../../../../main/bookings/delivery.ts";
import { createCheckAgain } from "../../../../main/receivers/relay/check-again.ts";
import { sourceOf } from "../../../../main/sources/registry.ts";
import { signedWith } from "../../../support/signing.ts";
import { aStore } from "../../../support/store.ts";
import { payloadWith } from "../../../support/timekit-payloads.ts";

/** A store with so many deliveries set aside, of which every other one was signed with another secret. */
function someSetAside(count: number) {
  const { store } = aStore();
  const all = Array.from({ length: count }, (_, i): Delivery => {
    const body = payloadWith("instant.confirmed", { id: `b${i}` });
    return {
      source: "timekit",
      receivedAt: 1_000 + i,
      via: "relay",
      headers: { ...signedWith(i % 2 === 0 ? "right" : "nobody's", body), "arrived-at": "then" },
      body,
      setAside: { code: "unsigned" },
    };
  });
  store.take(all);
  return store;
}

function checking(store: ReturnType<typeof someSetAside>, secrets: readonly string[]) {
  const faults: unknown[] = [];
  const check = createCheckAgain({
    unsigned: async (after) => store.deliveries.unsigned(after),
    signingSecrets: async () => ({ secrets, unreadable: false }),
    sourceOf,
    take: async (delivery) => store.take([delivery]),
    onFault: (error) => faults.push(error),
  });
  return { check, faults };
}

const left = (store: ReturnType<typeof someSetAside>) => store.deliveries.unsigned(0).length;

test("once the secret is right, what it signed is taken in as it came, and the rest stays", async () => {
  const store = someSetAside(8);
  const { check, faults } = checking(store, ["right"]);
  await check();
  expect(faults).toEqual([]);
  expect(left(store)).toBe(4);
  expect(store.bookings.get("b0")).not.toBeNull();
  expect(store.bookings.get("b1")).toBeNull();
  const [newest] = store.deliveries.page(null).lines.filter(({ verdict }) => verdict === "first");
  expect(newest).toMatchObject({ via: "relay", receivedAt: 1_006 });
  expect(store.alerts.owed()).toHaveLength(4);
});

test("however many there are, each is looked at once", async () => {
  const store = someSetAside(130);
  await checking(store, ["right"]).check();
  expect(left(store)).toBe(50);
  await checking(store, ["nobody's"]).check();
  expect(left(store)).toBe(0);
});

test("without a secret nothing set aside is believed", async () => {
  const store = someSetAside(4);
  await checking(store, []).check();
  expect(left(store)).toBe(4);
});
