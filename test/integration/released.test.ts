import { copyFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../main/bookings/store/driver.ts";
import { migrate } from "../../main/bookings/store/migrations.ts";
import { createStore } from "../../main/bookings/store/store.ts";
import { readDelivery } from "../../main/sources/timekit/read.ts";
import { temporaryFolder } from "../support/files.ts";

/** What each release has written, by its version; new ones are added, none is ever made anew. */
const folder = path.join(import.meta.dirname, "../fixtures/databases");
const day = 86_400_000;
const start = Date.parse("2026-12-08T13:00:00Z");

test.each(readdirSync(folder))("%s is read, and goes on being written to", (name) => {
  const file = path.join(temporaryFolder(), name);
  copyFileSync(path.join(folder, name), file);
  const database = openDatabase(file);
  migrate(database);
  const store = createStore(database, readDelivery);

  const [booking] = store.between(start - day, start + day);
  expect(booking?.told.customers?.value?.[0]?.name).toBe("Sam Okafor");
  expect(store.deliveries(null).lines.map(({ verdict }) => verdict)).toEqual([
    "unreadable",
    "newer",
    "first",
  ]);
  expect(store.news().map(({ change }) => change.kind)).toEqual(["cancelled"]);
  expect(store.gaps()).toMatchObject([{ reason: "asleep" }]);
  const found = store.search({ text: "okafor", state: "all", time: "all" }, start);
  expect(found.bookings).toHaveLength(1);

  const delivery = {
    receivedAt: start,
    via: "webhook",
    headers: {},
    body: Buffer.from("no booking"),
  } as const;
  expect(store.take([delivery])).toMatchObject([{ verdict: "unreadable" }]);
  store.close();
});
