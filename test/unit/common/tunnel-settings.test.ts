import { expect, test } from "vitest";
import { isRegisteredElsewhere, tunnelKinds } from "../../../common/tunnel.ts";
import { type TunnelSettings, tunnelSettings, usedSettings } from "../../../common/tunnel-settings.ts";
import { throughRelay } from "../../page/relay-screens.ts";

const plain: TunnelSettings = tunnelSettings.parse({ ssh: {} });
const acme = throughRelay().tunnel;

/** The same with one thing set differently, by what is set. */
const changes: Readonly<Record<string, Partial<TunnelSettings>>> = {
  cloudflared: { cloudflared: "/opt/cloudflared" },
  namedUrl: { namedUrl: "https://hooks.example.com" },
  ngrokDomain: { ngrokDomain: "bell.ngrok.app" },
  ssh: { ssh: { ...plain.ssh, hostKey: "SHA256:new" } },
  ownUrl: { ownUrl: "https://own.example.com" },
  relay: { relay: acme.relay },
};

const ofWay: Readonly<Record<TunnelSettings["kind"], readonly string[]>> = {
  off: [],
  "cloudflare-quick": ["cloudflared"],
  "cloudflare-named": ["cloudflared", "namedUrl"],
  ngrok: ["ngrokDomain"],
  ssh: ["ssh"],
  "own-url": ["ownUrl"],
  relay: [],
};

test.each([...tunnelKinds, "off"] as const)("%s is opened anew for what it is set up with alone", (kind) => {
  const before = usedSettings({ ...plain, kind });
  const different = Object.entries(changes).filter(
    ([, change]) => JSON.stringify(usedSettings({ ...plain, kind, ...change })) !== JSON.stringify(before),
  );
  expect(different.map(([name]) => name)).toEqual(ofWay[kind]);
});

test("another way is opened anew", () => {
  expect(usedSettings({ ...plain, kind: "ssh" })).not.toEqual(usedSettings({ ...plain, kind: "own-url" }));
});

test.each([
  ["a seat that registers nothing", acme, true],
  [
    "the seat that registers for the team",
    { kind: "relay", relay: acme.relay && { ...acme.relay, registers: true } },
    false,
  ],
  ["a relay whose invitation is missing", { kind: "relay", relay: null }, true],
  ["a tunnel, though an invitation is kept", { ...acme, kind: "ssh" }, false],
] as const)("whether others register is known of %s", (_of, tunnel, is) => {
  expect(isRegisteredElsewhere(tunnel)).toBe(is);
});
