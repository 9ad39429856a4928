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
});

export type TunnelSettings = DeepReadonly<z.infer<typeof tunnelSettings>>;
export type SshSettings = TunnelSettings["ssh"];
