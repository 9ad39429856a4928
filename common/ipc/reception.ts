import * as z from "zod/mini";
import { domainOf, httpsOf, serverOf, socketOf, userOf } from "../addresses.ts";
import { ports } from "../ports.ts";
import { addedSources, sourceNames } from "../sources.ts";
import { type Graph, graphNames, type Resource } from "../timekit.ts";
import { type AddressReach, tunnelKinds } from "../tunnel.ts";
import type { RelaySettings } from "../tunnel-settings.ts";
import { ask, kept, shortText } from "./ask.ts";

/** Timekit's word for a graph or a state. */
const timekitName = z.string().check(z.regex(/^\w{1,100}$/));

/** The receiving addresses, whose secret tokens the page never sees. */
export const addressAsks = {
  /**
   * Puts the whole of Timekit's on the clipboard. It is the public one when there is one, and the answer says so. Timekit
   * wants one webhook for each graph and state: naming them marks the address.
   */
  copy: ask<AddressReach>()(z.nullable(z.strictObject({ graph: timekitName, state: timekitName }))),
  /** The same of another source; refused while there is no public one. */
  copyFor: ask<AddressReach>()(z.enum(addedSources)),
  /**
   * Makes a new one, for an added source also the first. The one before counts for a day; webhooks that Bookbell registered
   * move by themselves.
   */
  renew: ask()(z.enum(sourceNames)),
  /** What comes to the one before is turned away from now on. */
  endOld: ask()(z.enum(sourceNames)),
  /** The source is done without: what comes to any address of its is turned away from now on. */
  close: ask()(z.enum(addedSources)),
};

export const tunnelAsks = {
  /**
   * Only the keys that change; main restarts the tunnel when what it uses has changed. Files and the server's key are
   * not among them: those main has from its own dialog, and from the server.
   */
  change: ask()(
    z.partial(
      z.strictObject({
        kind: z.enum([...tunnelKinds, "off"]),
        namedUrl: kept(httpsOf),
        ngrokDomain: kept(domainOf),
        ssh: z.partial(
          z.strictObject({
            host: kept(serverOf),
            port: z.int().check(z.gte(1), z.lte(ports.most)),
            user: kept(userOf),
            socket: kept(socketOf),
            url: kept(httpsOf),
          }),
        ),
        ownUrl: kept(httpsOf),
      }),
    ),
  ),
  /** Has the user choose that file and keeps it, as view.tunnel then tells; false = they changed their mind. */
  chooseFile: ask<boolean>()(z.enum(["cloudflared", "ssh-key"])),
  /** Has the user choose the file of an invitation to a relay, and says what is in it; null = they changed their mind. */
  openInvitation: ask<RelaySettings | null>()(z.void()),
  /** Takes the invitation that was opened last. */
  takeInvitation: ask()(z.void()),
  /** Puts the public half of this computer's key for a relay on the clipboard, and answers it; makes one if there is none. */
  copyRelayKey: ask<string>()(z.void()),
  /** Trusts the server's key of view.reach.hostKey from now on; refused when it is not that one any more. */
  trustHostKey: ask()(shortText),
  /** The server's key is asked about again at the next connection. */
  forgetHostKey: ask()(z.void()),
  /** Tries the tunnel and the front door again at once. */
  reconnect: ask()(z.void()),
  /** Fetches Cloudflare's program; answered when it is there. How far it is is in view.cloudflared. */
  downloadCloudflared: ask()(z.void()),
  cancelDownload: ask()(z.void()),
};

/** A marked test booking that goes the whole way. */
export const proofAsks = {
  /** Posts it through the public address; how far it came is in view.proof. */
  run: ask()(z.void()),
  /** The page has painted the proof of that mark. */
  seen: ask()(shortText),
};

export const timekitAsks = {
  /** Opens Timekit's admin, which shows the key, in the browser. */
  openAdmin: ask()(z.void()),
  /** The graphs that the account's projects are booked by; none = that is not known. */
  graphs: ask<readonly Graph[]>()(z.void()),
  /** Whoever can be booked, to choose from. */
  resources: ask<readonly Resource[]>()(z.void()),
  /** Whose bookings are shown; null = everybody's. */
  chooseResource: ask()(z.nullable(z.strictObject({ id: shortText, name: shortText }))),
  /** Has Timekit post to the public address for every state of these graphs that a host wants to know; none ends it. */
  registerWebhooks: ask()(z.array(z.enum(graphNames)).check(z.maxLength(graphNames.length))),
  /** Asks Timekit for what Bookbell may have missed. */
  catchUp: ask()(z.void()),
};
