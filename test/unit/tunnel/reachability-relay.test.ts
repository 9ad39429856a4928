import { expect, test } from "vitest";
import type { ProbeResult } from "../../../main/tunnel/probe.ts";
import { afterEvent, unreached } from "../../../main/tunnel/reachability.ts";

type Code = Extract<ProbeResult, { ok: false }>["code"];

test.each<[Code, string]>([
  ["relay-silent", "no-tunnel"],
  ["relay-unreachable", "no-tunnel"],
  ["relay-proxy", "no-tunnel"],
  ["relay-full", "unreachable"],
  ["relay-address", "unreachable"],
  ["relay-door-silent", "unreachable"],
])(
  "after %s twice nothing arrives, for the reason %s: what the relay took is late, and not lost",
  (code, reason) => {
    const tunnel = { state: "up", url: "https://relay.example.com", since: 0 } as const;
    const probed = { type: "probed", thorough: true, result: { ok: false, code } } as const;
    const events = [{ type: "tunnel", tunnel }, probed, probed] as const;
    const known = events.reduce((before, event) => afterEvent(before, event, 10)[0], unreached(0));
    expect(known).toMatchObject({ state: "not-receiving", gap: { reason } });
  },
);
