import path from "node:path";
import { reader } from "../../main/sources/registry.ts";
import { openDatabase } from "../../main/store/engine/driver.ts";
import { migrate } from "../../main/store/engine/migrations.ts";
import { createStore, type Store } from "../../main/store/store.ts";
import { type ForgetStep, firstStep } from "../../main/store/tables/forgetting.ts";
import { nothing, sum } from "../../main/store/tables/removing.ts";
import { carryOut, type GroupCall, type RemoteGroups, withGroups } from "../../main/store/thread/protocol.ts";
import { temporaryFolder } from "./files.ts";

/** A delivery of these bytes, received a moment after the epoch unless told otherwise. */
export const received = (body: Buffer, receivedAt = 7) => ({
  source: "timekit" as const,
  receivedAt,
  via: "webhook" as const,
  headers: {},
  body,
});

/** A store in this thread, on a file that is gone when the test ends. */
export function aStore(file = path.join(temporaryFolder(), "bookings.sqlite")) {
  const database = openDatabase(file);
  migrate(database);
  return { store: createStore(database, reader), database, file };
}

/** Forgets a customer to the end. @returns what that removed */
export function forgotten(store: Store, address: string, clock = 8) {
  let removed = nothing;
  for (let step: ForgetStep | null = firstStep; step; ) {
    const slice = store.upkeep.forget(address, clock, step);
    removed = sum(removed, slice.removed);
    step = slice.next;
  }
  return removed;
}

/** That store as another thread has it; `before` may let a call fail. */
export const asClient = (store: Store, before: (call: GroupCall) => void = () => {}): RemoteGroups =>
  withGroups({}, async (call) => {
    before(call);
    return carryOut(store, call);
  });
