import { onTestFinished } from "vitest";
import { createCalendlyApi } from "../../main/sources/calendly/api/api.ts";
import type { ClientParts } from "../../main/sources/rest/call.ts";
import { type CalendlyApiOptions, startCalendlyApi } from "./calendly-api.ts";

/** Bookbell's client and a Calendly for it, on a clock that moves on only by what the client waits, and `pass`. */
export async function aCalendlyApi(parts: Partial<ClientParts> = {}, options: CalendlyApiOptions = {}) {
  const waits: number[] = [];
  let clock = Date.parse("2026-12-01T12:00:00Z");
  const now = () => clock;
  const calendly = await startCalendlyApi({ now, ...options });
  onTestFinished(calendly.stop);
  const api = createCalendlyApi({
    base: () => calendly.url,
    key: async () => calendly.token,
    fetch,
    async delay(ms) {
      waits.push(ms);
      clock += Math.ceil(ms);
    },
    now,
    deadlineMs: 15_000,
    signal: new AbortController().signal,
    ...parts,
  });
  const pass = (ms: number) => {
    clock += ms;
  };
  return { api, calendly, waits, now, pass };
}
