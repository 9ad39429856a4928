import { expect, test } from "vitest";
import { payloadWith } from "../support/timekit-payloads.ts";
import { exchange, posted } from "./exchange.ts";
import { aReceiver } from "./receiver.ts";

/** A customer's answer in so many lists of lists. */
const nested = (levels: number, id: string) =>
  Buffer.from(
    `{"id":"${id}","graph":"instant","state":"confirmed","customers":[{"name":"Sam","topic":${"[".repeat(levels)}${"]".repeat(levels)}}]}`,
  );

test("bodies that are nested without end are set aside, and no honest delivery beside them is refused", async () => {
  const { port, path, faults, store } = await aReceiver();
  const bodies = Array.from({ length: 128 }, (_, i) =>
    i % 4 === 3 ? nested(13_000, `nested-${i}`) : payloadWith("instant.confirmed", { id: `honest-${i}` }),
  );
  const statuses = await Promise.all(bodies.map((body) => exchange(port, posted(path, body))));
  expect(statuses).toEqual(bodies.map((_, i) => [i % 4 === 3 ? 400 : 204]));
  expect(faults).toEqual([]);
  expect(await store.upkeep.counts()).toMatchObject({ "delivery first": 96, "delivery unreadable": 32 });
});
