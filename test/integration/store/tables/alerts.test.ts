import { expect, test } from "vitest";
import { createAlertRows } from "../../../../main/store/tables/alerts.ts";
import { aStore } from "../../../support/store.ts";

test("what is owed, and what was shown of late, is found without going through every change", () => {
  const { database } = aStore();
  const asked: string[] = [];
  createAlertRows({
    prepare(sql: string) {
      asked.push(sql);
      return database.prepare(sql);
    },
  } as typeof database);
  const steps = asked.flatMap((sql) =>
    (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail),
  );
  expect(steps.filter((step) => /^SCAN (change|booking)/.test(step))).toEqual([]);
});
