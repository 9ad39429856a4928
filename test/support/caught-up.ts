import { onTestFinished } from "vitest";
import type { Gap } from "../../common/tunnel.ts";
import type { Delivery } from "../../main/bookings/delivery.ts";
import { createCatchUp } from "../../main/sources/timekit/catch-up.ts";
import { createRereading } from "../../main/sources/timekit/rereading.ts";
import { aConnection } from "./connection.ts";
import { exampleAt } from "./example.ts";
import { aStore } from "./store.ts";

export const minute = 60_000;
export const day = 1_440 * minute;

/** Bookbell with a store, connected to a Timekit; time passes by `pass` alone. */
export async function aBookbell(options: Parameters<typeof aConnection>[0] = {}) {
  let passed = 0;
  const at = await aConnection(options, () => passed);
  const { api, connection, timekit, kept, now } = at;
  const { store, database } = aStore();
  onTestFinished(store.close);
  await connection.check();
  const fetched: [count: number, whole: boolean][] = [];
  const faults: unknown[] = [];
  const within = { gap: false };
  const world = {
    gaps: [] as Gap[],
    receivingSince: null as number | null,
    /** What keeping a booking fails with. */
    fault: null as Error | null,
  };
  const catchUp = createCatchUp({
    api,
    connection,
    settings: kept,
    async take(body, quietly) {
      if (world.fault) throw world.fault;
      const delivery: Delivery = {
        source: "timekit",
        receivedAt: now(),
        via: "catch-up",
        headers: {},
        body,
        quietly,
        asOf: api.timekitsNow(),
      };
      const [taken] = store.take([delivery]);
      if (!taken) throw new Error("Not taken");
      return taken;
    },
    now,
    receivingSince: () => world.receivingSince,
    gaps: async () => world.gaps,
    reread: createRereading({
      api,
      ahead: async (from, to) => store.schedule.between(from, to),
      unsure: async (now, datedAfter) => store.schedule.unsure(now, datedAfter),
      now,
    }),
    onFetched: async ({ count, whole }) => fetched.push([count, whole]) > 0 && !within.gap,
    onFault: (error) => faults.push(error),
  });
  return {
    ...at,
    store,
    database,
    fetched,
    faults,
    within,
    world,
    catchUp,
    pass(ms: number) {
      passed += ms;
    },
    /** Changes booking `n` at Timekit, now. */
    put(n: number, changes: object = {}) {
      const body = exampleAt(now(), new Date(now() + day), new Date(now() + day + 30 * minute), {
        id: `00000000-0000-4000-8000-00000000000${n}`,
        ...changes,
      });
      return timekit.put(JSON.parse(body.toString()));
    },
    kinds: () => store.alerts.owed().map(({ change }) => change.kind),
  };
}
