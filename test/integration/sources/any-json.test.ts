import { expect, test } from "vitest";
import { hookPath } from "../../../main/lib/tokens.ts";
import { createRegistry } from "../../../main/sources/registry.ts";
import { migrate } from "../../../main/store/engine/migrations.ts";
import { createStore } from "../../../main/store/store.ts";
import { anyJson } from "../../support/any-json.ts";
import { receivingWith } from "../../support/http-receiver.ts";
import { DatabaseSync } from "../../support/sqlite.ts";
import { forgotten } from "../../support/store.ts";
import { knowing, noneAdded } from "../../support/tokens.ts";

const token = "j".repeat(43);
const { sourceOf, reader } = createRegistry({
  salon: anyJson("salon", {
    id: "ref",
    updatedAt: "changed",
    start: "slot.from",
    end: "slot.to",
    title: "service",
    name: "client.name",
    email: "client.mail",
    cancelled: "off",
  }),
});
const visit = {
  ref: 17,
  changed: "2026-11-23T10:00:00Z",
  slot: { from: "2026-11-24T10:00:00Z", to: "2026-11-24T11:00:00Z" },
  service: "Haircut",
  client: { name: "Ines Duarte", mail: "ines@example.org" },
};

async function start() {
  const database = new DatabaseSync(":memory:");
  migrate(database);
  const store = createStore(database, reader);
  const { port } = await receivingWith({
    sourceOf,
    addresses: {
      ...noneAdded,
      timekit: noneAdded.zapier,
      salon: { ...knowing(token), at: () => null },
    } as never,
    signingSecrets: async () => ({ secrets: [], unreadable: false }),
    take: async (delivery) => store.take([delivery])[0] as ReturnType<typeof store.take>[0],
    turnAway: async () => {},
  });
  const post = async (body: object | string) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const headers = { "content-type": "application/json" };
    const url = `http://127.0.0.1:${port}${hookPath(token, "salon" as never)}`;
    return (await fetch(url, { method: "POST", body: text, headers })).status;
  };
  return { store, post };
}

test("a source that is one file is taken, told, cancelled and forgotten as the others are", async () => {
  const { store, post } = await start();
  expect(await post(visit)).toBe(204);
  expect(store.alerts.owed()).toMatchObject([
    {
      change: { kind: "new" },
      booking: { id: "salon:17", subject: "Haircut", customer: { name: "Ines Duarte" }, status: "confirmed" },
    },
  ]);
  const cancelled = { ...visit, off: true, changed: "2026-11-23T12:00:00Z" };
  expect([await post(cancelled), await post(visit), await post(cancelled)]).toEqual([204, 204, 204]);
  expect(store.bookings.get("salon:17")?.status).toBe("cancelled");
  expect(store.alerts.owed().map(({ change }) => change.kind)).toEqual(["new", "cancelled"]);
  expect(forgotten(store, "ines@example.org")).toMatchObject({ bookings: 1 });
  expect(store.bookings.get("salon:17")).toBeNull();
});

test("what its mapping does not find is refused, and kept to be looked at", async () => {
  const { store, post } = await start();
  expect([await post({ ...visit, ref: undefined }), await post("{")]).toEqual([400, 400]);
  expect(store.deliveries.page(null).lines).toMatchObject([
    { verdict: "unreadable", reason: { code: "not-json" } },
    { verdict: "unreadable", reason: { code: "no-object" } },
  ]);
});
