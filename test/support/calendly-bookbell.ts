import { onTestFinished } from "vitest";
import { createCalendlyCatchUp } from "../../main/sources/calendly/catch-up.ts";
import { createCalendlyCancel } from "../../main/sources/calendly/host-actions.ts";
import { aCalendlyConnection } from "./calendly-connection.ts";
import { aCalendlyStore, fromCalendly } from "./calendly-store.ts";

/** Bookbell with a store, connected to a Calendly; time passes by `pass` alone. */
export async function aCalendlyBookbell(options: Parameters<typeof aCalendlyConnection>[0] = {}) {
  const at = await aCalendlyConnection(options);
  const { api, connection, memory, now } = at;
  const kept = aCalendlyStore();
  onTestFinished(kept.store.close);
  await connection.check();
  const fetched: [count: number, whole: boolean][] = [];
  const faults: unknown[] = [];
  const world = {
    /** What keeping a booking fails with. */
    fault: null as Error | null,
    /** Fetched within a gap: it is to be counted again. */
    gap: false,
  };
  async function take(body: Uint8Array, quietly = false) {
    if (world.fault) throw world.fault;
    const sent = fromCalendly(Buffer.from(body), now());
    const [taken] = kept.store.take([{ ...sent, via: "catch-up", quietly, asOf: api.calendlysNow() }]);
    if (!taken) throw new Error("Not taken");
    return taken;
  }
  const catchUp = createCalendlyCatchUp({
    api,
    connection,
    memory,
    take,
    now,
    onFetched: async ({ count, whole }) => fetched.push([count, whole]) > 0 && !world.gap,
    onFault: (error) => faults.push(error),
  });
  const cancel = createCalendlyCancel({
    api,
    account: connection.account,
    booking: async (id) => kept.store.bookings.get(id),
    takeAnswer: take,
  });
  const kinds = () => kept.told().map(({ kind }) => kind);
  return { ...at, ...kept, catchUp, cancel, fetched, faults, world, kinds };
}
