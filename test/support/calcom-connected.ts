import type { Delivery } from "../../main/bookings/delivery.ts";
import { createCalcomCatchUp } from "../../main/sources/calcom/catch-up.ts";
import { type CalcomMemory, createCalcomConnection } from "../../main/sources/calcom/connection.ts";
import { createCalcomActions } from "../../main/sources/calcom/host-actions.ts";
import { aCalcomStore, calcomJson } from "./calcom.ts";
import type { CalcomApiOptions } from "./calcom-api.ts";
import { aCalcomApi } from "./calcom-client.ts";

export const minute = 60_000;
export const token = "stand-in".padEnd(43, "-0");

/** Bookbell with a store, connected to a Cal.com; time passes by `pass` alone. */
export async function aCalcomBookbell(options: CalcomApiOptions = {}) {
  let passed = 0;
  const { api, calcom, now } = await aCalcomApi({}, options, () => passed);
  const { store, booking } = aCalcomStore();
  let memory: CalcomMemory = { webhook: null, watermark: null, silentUntil: null };
  const remembered = {
    get: () => memory,
    change(part: Partial<CalcomMemory>) {
      memory = { ...memory, ...part };
    },
  };
  const where = { hook: `https://first.example/hooks/calcom/${token}` as string | null };
  const faults: unknown[] = [];
  const shown: string[] = [];
  const connection = createCalcomConnection({
    api,
    memory: remembered,
    hasKey: () => true,
    hook: () => where.hook,
    signingSecret: async () => "signing-secret",
    now,
    onView: (view) => shown.push(view.state),
    onFault: (error) => faults.push(error),
  });
  await connection.check();
  const world = { fault: null as Error | null };
  const fetched: [count: number, whole: boolean][] = [];

  async function take(body: Uint8Array, quietly: boolean) {
    if (world.fault) throw world.fault;
    const delivery: Delivery = {
      source: "timekit",
      receivedAt: now(),
      via: "catch-up",
      headers: {},
      body,
      quietly,
      asOf: api.calcomsNow(),
    };
    const [taken] = store.take([delivery]);
    if (!taken) throw new Error("Not taken");
    return taken;
  }

  const catchUp = createCalcomCatchUp({
    api,
    connection,
    memory: remembered,
    take,
    now,
    onFetched: async ({ count, whole }) => fetched.push([count, whole]) > 0,
    onFault: (error) => faults.push(error),
  });
  const act = createCalcomActions({
    api,
    booking: async (uid) => booking(uid) ?? null,
    takeAnswer: (body) => take(body, false),
  });
  return {
    ...{ api, calcom, connection, catchUp, act, store, booking, memory: remembered, where, faults, shown },
    ...{ world, fetched, now },
    pass(ms: number) {
      passed += ms;
    },
    /** Changes a booking at Cal.com, now. */
    put(uid: string, changes: object = {}) {
      const at = new Date(now()).toISOString();
      const before = calcom.bookings.get(uid) ?? { ...calcomJson("row/accepted"), createdAt: at };
      calcom.bookings.set(uid, { ...before, uid, updatedAt: at, ...changes });
    },
    kinds: () => store.alerts.owed().map(({ change }) => change.kind),
    /** How the connection is, once it is. */
    on() {
      const view = connection.view();
      if (view.state !== "on") throw new Error(`Not connected: ${view.state}`);
      return view;
    },
  };
}
