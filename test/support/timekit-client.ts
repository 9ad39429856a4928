import { onTestFinished } from "vitest";
import type { ClientParts } from "../../main/sources/rest/call.ts";
import { createTimekitApi } from "../../main/sources/timekit/api/api.ts";
import { startTimekitApi, type TimekitApiOptions } from "./timekit-api.ts";

/** Bookbell's client and a Timekit for it, on a clock that moves on only by what the client waits, and `passed`. */
export async function aTimekitApi(
  parts: Partial<ClientParts> = {},
  options: TimekitApiOptions = {},
  passed = () => 0,
) {
  const waits: number[] = [];
  let clock = Date.parse("2026-12-01T12:00:00Z");
  const now = () => clock + passed();
  const timekit = await startTimekitApi({ now, ...options });
  onTestFinished(timekit.stop);
  const api = createTimekitApi({
    base: () => timekit.url,
    key: async () => timekit.key,
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
  return { api, timekit, waits, now };
}

/** The code of the problem that a promise ends in. */
export const code = (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    () => "none",
    (error) => error.code ?? error,
  );
