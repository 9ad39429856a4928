import { expect, test } from "vitest";
import { migrate } from "../../../main/store/engine/migrations.ts";
import { createStore } from "../../../main/store/store.ts";
import { DatabaseSync } from "../../support/sqlite.ts";
import { received } from "../../support/store.ts";

test("what tells of no booking counts as received, and nothing of it is kept", () => {
  const database = new DatabaseSync(":memory:");
  migrate(database);
  const silent = { read: () => null, tellsOf: () => false };
  const store = createStore(database, silent);
  expect(store.take([received(Buffer.from("{}"))])).toEqual([{ verdict: "silent" }]);
  expect(store.deliveries.page(null).lines).toEqual([]);
  expect(database.prepare("SELECT name, count FROM tally WHERE count > 0").all()).toEqual([
    { name: "received", count: 1 },
  ]);
  store.close();
});
