import fc from "fast-check";
import { expect, test } from "vitest";
import type { Delivery } from "../../../../main/bookings/delivery.ts";
import { receive } from "../../../../main/receivers/intake.ts";
import { type Arrived, deal } from "../../../../main/receivers/relay/deal.ts";
import { sourceOf } from "../../../../main/sources/registry.ts";
import { signedWith, signing } from "../../../support/signing.ts";
import { aStore } from "../../../support/store.ts";
import { payloadWith } from "../../../support/timekit-payloads.ts";

const now = 1_800_000_000_000;

function aPlace({ secret = "right", broken = false } = {}) {
  const { store } = aStore();
  const said: string[] = [];
  const seen: string[] = [];
  const disk = { full: false, fullAfter: Number.POSITIVE_INFINITY };
  async function take(delivery: Delivery) {
    disk.fullAfter -= 1;
    if (disk.full || disk.fullAfter < 0) throw new Error("FULL");
    if (broken && !delivery.setAside) throw new Error("It ends Bookbell.");
    const [taken] = store.take([delivery]);
    seen.push(delivery.setAside ? delivery.setAside.code : "taken");
    said.push("kept");
    return taken as NonNullable<typeof taken>;
  }
  const parts = {
    sourceOf,
    seat: "anna",
    now: () => now,
    take,
    receive: (incoming: Parameters<typeof receive>[0]) =>
      receive(incoming, { take, now: () => now, ...signing(secret) }),
    onProbe: ({ nonce }: { nonce: string }) => void said.push(`probe ${nonce}`),
    onClockAhead: () => void said.push("clock"),
  };
  return {
    store,
    said,
    seen,
    disk,
    deal: (changes: Partial<Arrived> = {}, silentBefore = 0) =>
      deal({ ...arrived(1), ...changes, ...answers(said) }, silentBefore, parts),
  };
}

const answers = (said: string[]) => ({
  acknowledge: () => void said.push("acknowledged"),
  leave: (ms: number) => void said.push(`left for ${ms}`),
});

function arrived(id: number, state = "confirmed"): Omit<Arrived, "acknowledge" | "leave"> {
  const body = payloadWith("instant.confirmed", { id: `b${id}`, state });
  const { "x-timekit-signature": signature = "" } = signedWith("right", body);
  return {
    subject: "bb.acme.b.timekit._._",
    headers: {
      "bb-v": "1",
      "bb-source": "timekit",
      "bb-received-at": `${now - 60_000}`,
      "bb-h-x-timekit-signature": signature,
    },
    body,
    deliveries: 1,
  };
}

test("a booking is acknowledged once it is kept, and not before", async () => {
  const place = aPlace();
  expect(await place.deal()).toBe("kept");
  expect(place.said).toEqual(["kept", "acknowledged"]);
  expect(place.store.deliveries.page(null).lines[0]).toMatchObject({
    via: "relay",
    receivedAt: now - 60_000,
  });
});

test("what cannot be kept stays at the relay", async () => {
  const place = aPlace();
  place.disk.full = true;
  expect(await place.deal()).toBe("left");
  expect(place.said).toEqual(["left for 5000"]);
});

test("what nobody signed is acknowledged once it is set aside, with its signature", async () => {
  const place = aPlace({ secret: "another" });
  expect(await place.deal()).toBe("kept");
  expect(place.said).toEqual(["kept", "acknowledged"]);
  expect(place.store.deliveries.unsigned(0)[0]?.headers["x-timekit-signature"]).toMatch(/^[\da-f]{64}$/);
});

test("what nobody signed, and cannot be set aside, stays at the relay", async () => {
  const place = aPlace({ secret: "another" });
  place.disk.full = true;
  expect(await place.deal()).toBe("left");
  expect(place.said).toEqual(["left for 5000"]);
});

test("what came five times is kept and acknowledged before it is read, and then it is read", async () => {
  const place = aPlace();
  expect(await place.deal({ deliveries: 5 })).toBe("kept");
  expect(place.said).toEqual(["kept", "acknowledged", "kept"]);
  expect(place.seen).toEqual(["unread", "taken"]);
  expect(place.store.deliveries.page(null).lines.map(({ verdict }) => verdict)).toEqual(["first"]);
});

test("what ends Bookbell whenever it is read is there to be seen, and comes no more", async () => {
  const place = aPlace({ broken: true });
  expect(await place.deal({ deliveries: 7 })).toBe("kept");
  expect(place.said).toEqual(["kept", "acknowledged"]);
  expect(place.store.deliveries.page(null).lines[0]).toMatchObject({ reason: { code: "unread" } });
});

test("what this version does not know is kept unread", async () => {
  const place = aPlace();
  expect(await place.deal({ headers: { ...arrived(1).headers, "bb-source": "acuity" } })).toBe("kept");
  expect(place.said).toEqual(["kept", "acknowledged"]);
  expect(place.seen).toEqual(["unread"]);
});

test("a probe and what is another seat's are dropped", async () => {
  const place = aPlace();
  expect(await place.deal({ subject: "bb.acme.probe.ben" })).toBe("dropped");
  expect(await place.deal({ subject: "bb.acme.probe.anna", headers: { "bb-probe": "n" } })).toBe("dropped");
  expect(place.said).toEqual(["acknowledged", "acknowledged", "probe n"]);
  expect(place.store.deliveries.page(null).lines).toEqual([]);
});

test("nobody is told of what the relay had before a first catching up", async () => {
  const place = aPlace();
  await place.deal({}, now);
  expect(place.store.alerts.owed()).toEqual([]);
  await place.deal(arrived(2), now - 60_000);
  expect(place.store.alerts.owed()).toHaveLength(1);
});

test("whatever comes again, in whatever order, and whichever acknowledgement is lost: the same is kept and told once", async () => {
  const all = [arrived(1), arrived(2), arrived(1, "cancelled"), arrived(3), arrived(2, "declined")];
  const kept = ({ store }: ReturnType<typeof aPlace>) =>
    ["b1", "b2", "b3"].map((id) => store.bookings.get(id)?.status);
  const plain = aPlace();
  for (const one of all) await plain.deal(one);
  const wanted = kept(plain);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(all.length - 1), { maxLength: 12 }),
      fc.nat(4),
      async (again, fullAfter) => {
        const place = aPlace();
        place.disk.fullAfter = fullAfter;
        const left = [];
        for (const i of again) if ((await place.deal(all[i])) === "left") left.push(i);
        place.disk.fullAfter = Number.POSITIVE_INFINITY;
        for (const one of all) expect(await place.deal({ ...one, deliveries: 2 })).toBe("kept");
        expect(kept(place)).toEqual(wanted);
        const told = place.store.alerts.owed().map(({ booking, change }) => `${booking.id} ${change.kind}`);
        expect(new Set(told).size).toBe(told.length);
        place.store.close();
      },
    ),
    { numRuns: 25 },
  );
  plain.store.close();
});
