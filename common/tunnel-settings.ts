import * as z from "zod/mini";
import type { DeepReadonly } from "./deep-readonly.ts";
import { ports } from "./ports.ts";
import { tunnelKinds } from "./tunnel.ts";

const empty = z._default(z.string(), "");

/** What the user set for each way; empty = not entered. All are kept, so that trying another loses nothing. */
export const tunnelSettings = z.object({
  kind: z._default(z.enum([...tunnelKinds, "off"]), "off"),
  /** The file that is Cloudflare's program; empty = where Bookbell finds it or has put it. */
  cloudflared: empty,
  /** "https://hooks.example.com", what the named tunnel's public host name is. */
  namedUrl: empty,
  /** "bell.ngrok.app"; empty = the one that ngrok gives. */
  ngrokDomain: empty,
  ssh: z.object({
    host: empty,
    port: z._default(z.int().check(z.gte(1), z.lte(ports.most)), 22),
    user: empty,
    keyFile: empty,
    /** The unix socket on the server that its web server passes requests to. */
    socket: empty,
    /** "https://…", what the server's web server answers to. */
    url: empty,
    /** "SHA256:…", the server's key that the user trusts; empty = asked for at the first connection. */
    hostKey: empty,
  }),
  /** "https://…", what already leads to Bookbell's port. */
  ownUrl: empty,
  /** What the invitation to a team's relay says that is no secret; null = none was taken. */
  relay: z._default(
    z.nullable(
      z.object({
        team: z.string(),
        /** Where Timekit posts to, without path and token. */
        host: z.string(),
        seat: z.string(),
        keepDays: z.int(),
        registers: z.boolean(),
        /** When the access ends, epoch milliseconds; null = never by itself. */
        until: z.nullable(z.int()),
      }),
    ),
    null,
  ),
});

export type TunnelSettings = DeepReadonly<z.infer<typeof tunnelSettings>>;
export type RelaySettings = NonNullable<TunnelSettings["relay"]>;

/** What the way in use depends on: the rest may change while its tunnel stays. An invitation's settings follow its secret. */
export function usedSettings(tunnel: TunnelSettings): Partial<TunnelSettings> {
  const { kind, cloudflared, namedUrl, ngrokDomain, ssh, ownUrl } = tunnel;
  switch (kind) {
    case "off":
    case "relay":
      return { kind };
    case "cloudflare-quick":
      return { kind, cloudflared };
    case "cloudflare-named":
      return { kind, cloudflared, namedUrl };
    case "ngrok":
      return { kind, ngrokDomain };
    case "ssh":
      return { kind, ssh };
    case "own-url":
      return { kind, ownUrl };
  }
}

export type SshSettings = TunnelSettings["ssh"];
