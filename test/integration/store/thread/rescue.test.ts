import { expect, test } from "vitest";
import { reader } from "../../../../main/sources/registry.ts";
import { salvage } from "../../../../main/store/thread/salvage.ts";
import { aFile, keptIn } from "../../../support/filled-file.ts";
import { DatabaseSync } from "../../../support/sqlite.ts";

function longestIn(file: string) {
  const database = new DatabaseSync(file);
  const longest = database.prepare("SELECT value FROM meta WHERE key = 'longest'").get();
  database.close();
  return longest;
}

test("what reads well and is no booking any more is made again from its deliveries", () => {
  const file = aFile(4);
  const database = new DatabaseSync(file);
  const alter = (id: string, from: string, to: string) =>
    database.prepare("UPDATE booking SET known = replace(known, ?2, ?3) WHERE id = ?1").run(id, from, to);
  alter("b0", '"id":"b0"', '"i ":"b0"');
  alter("b1", '"id":"b1"', '"id":"b9"');
  alter("b2", '"revision"', '"revisio "');
  database.exec("UPDATE meta SET value = 7 WHERE key = 'tombstone-key'");
  database.exec("UPDATE meta SET value = 'x' WHERE key = 'longest'");
  database.close();
  const whole = aFile(4);
  const { bookings: before } = keptIn(whole);
  salvage(file, reader);
  expect(longestIn(file)).toEqual(longestIn(whole));
  const ids = (rows: readonly unknown[]) =>
    rows.map((row) => JSON.parse((row as { known: string }).known).id);
  expect(ids(keptIn(file).bookings).sort()).toEqual(ids(before).sort());
});
