import type { CalendlyView } from "../../common/calendly.ts";
import { type CalendlyMemory, createCalendlyConnection } from "../../main/sources/calendly/connection.ts";
import { aCalendlyApi } from "./calendly-client.ts";

export const firstHook = "https://first.example/hooks/calendly/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq";
export const secondHook = firstHook.replace("first", "second");

/** A connection to the stand-in, with its memory; `where.hook` is the public address. */
export async function aCalendlyConnection(options: Parameters<typeof aCalendlyApi>[1] = {}) {
  const at = await aCalendlyApi({}, options);
  let kept: CalendlyMemory = { wanted: false, webhook: null, watermark: null, silentUntil: null };
  const memory = {
    get: () => kept,
    change(part: Partial<CalendlyMemory>) {
      kept = { ...kept, ...part };
    },
  };
  const where = { hook: firstHook as string | null };
  const key = { now: "made by us", isLost: false };
  const views: CalendlyView[] = [];
  const faults: unknown[] = [];
  const connection = createCalendlyConnection({
    api: at.api,
    memory,
    hasToken: () => true,
    hook: () => where.hook,
    signingKey: async () => key.now,
    isKeyLost: () => key.isLost,
    now: at.now,
    onView: (view) => views.push(view),
    onFault: (error) => faults.push(error),
  });
  const on = () => {
    const view = connection.view();
    if (view.state !== "on") throw new Error(`Not connected: ${view.state}`);
    return view;
  };
  const urls = () => [...at.calendly.subscriptions.values()].map(({ callback_url }) => callback_url);
  return { ...at, connection, memory, where, key, views, faults, on, urls };
}
