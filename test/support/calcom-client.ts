import { onTestFinished } from "vitest";
import { createCalcomApi } from "../../main/sources/calcom/api/api.ts";
import type { ClientParts } from "../../main/sources/rest/call.ts";
import { type CalcomApiOptions, startCalcomApi } from "./calcom-api.ts";

/** Bookbell's client and a Cal.com for it, on a clock that moves on only by what the client waits, and `passed`. */
export async function aCalcomApi(
  parts: Partial<ClientParts> = {},
  options: CalcomApiOptions = {},
  passed = () => 0,
) {
  const waits: number[] = [];
  let clock = Date.parse("2026-12-01T12:00:00Z");
  const now = () => clock + passed();
  const calcom = await startCalcomApi({ now, ...options });
  onTestFinished(calcom.stop);
  const api = createCalcomApi({
    base: () => calcom.url,
    key: async () => calcom.key,
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
  return { api, calcom, waits, now };
}
