import * as z from "zod/mini";
import type { DeepReadonly } from "../../common/deep-readonly.ts";
import { secretNames } from "../../common/secrets.ts";
import { setups } from "../../common/setting-choices.ts";
import { pageSettings } from "../../common/settings.ts";
import { graphNames, type Webhook } from "../../common/timekit.ts";
import { tunnelSettings } from "../../common/tunnel-settings.ts";

const instant = z._default(z.nullable(z.int()), null);
const off = z._default(z.boolean(), false);
const none = z._default(z.string(), "");
/** SHA-256 in hex. */
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A secret at rest. `session` = set, but kept nowhere: it is gone after a restart, and then missed. */
const keptSecret = z.union([
  z.object({ kept: z.enum(["encrypted", "plain"]), data: z.string() }),
  z.object({ kept: z.literal("session") }),
]);
export type KeptSecret = Readonly<z.infer<typeof keptSecret>>;

const maybeSecret = z.optional(z.nullable(keptSecret));
const secrets = Object.fromEntries(secretNames.map((name) => [name, maybeSecret])) as Record<
  (typeof secretNames)[number],
  typeof maybeSecret
>;

const token = z._default(z.string().check(z.regex(/^([A-Za-z0-9_-]{43})?$/)), "");
const keptAddress = z.object({
  /** Of the newest token; empty = nothing is taken there. */
  newest: z._default(z.union([hash, z.literal("")]), ""),
  /** Of the one before, which counts as well until then, epoch milliseconds. */
  old: z._default(z.nullable(z.object({ hash, until: z.int() })), null),
  /** Of those that count no more, the last first. */
  ended: z._default(z.array(hash), []),
  /** The newest token as the keyring encrypted it, base64; empty while it lies in `token` beside this. */
  sealed: none,
  /** Its source has the one before from the user, who has not copied the newest yet. */
  toCopy: off,
});

/** What is kept of a service's signing secrets beside the newest, which lies with the other secrets. */
const signing = z.object({
  /** When the newest was set, epoch milliseconds; null = not known, or there is none. */
  setAt: instant,
  /** Those before it that still count, newest first. */
  earlier: z._default(z.array(keptSecret), []),
  /** When these end, epoch milliseconds; null = the newest has signed nothing yet. */
  until: instant,
});

const isWebhook = (value: unknown) => typeof (value as { url?: unknown } | null)?.url === "string";

/** All that the settings file holds, each with what holds until something else is chosen. */
export const settingsSchema = z.object({
  ...pageSettings.shape,
  /** How many of the migrations this file has been through. */
  version: z._default(z.int().check(z.gte(0)), 0),
  /** The unguessable part of the receiving address, 32 random bytes, base64url; empty once the keyring has it. */
  token,
  /** What else is kept of the receiving address, which is Timekit's. */
  address: keptAddress,
  /** The same of each source that the user has added, by its name, and the public URL that was last copied for it. */
  addresses: z._default(z.record(z.string(), z.object({ token, address: keptAddress, copiedUrl: none })), {}),
  paused: off,
  pausedUntil: instant,
  presenting: off,
  presentingUntil: instant,
  /** How high the window is at a text size of 100 %, pixels. */
  windowHeight: z._default(z.int().check(z.gte(320), z.lte(10_000)), 560),
  /** The user knows that their desktop shows no tray icons. */
  trayless: off,
  /** The user knows that, without a signing secret, the address is the only check. */
  uncheckedKnown: off,
  secrets: z.object(secrets),
  signing,
  /** The same of the other services that sign, by their names. */
  signings: z._default(z.record(z.string(), signing), {}),
  tunnel: tunnelSettings,
  setup: z._default(z.enum(setups), "open"),
  /** Whose bookings are shown; null = everybody's. */
  resource: z._default(z.nullable(z.object({ id: z.string(), name: z.string() })), null),
  /** The hosts that the user lets Join open without a question, by the project's id; "" = without a project. */
  joinHosts: z._default(z.record(z.string(), z.array(z.string())), {}),
  /** The graphs whose webhooks Bookbell registers with Timekit, and what it has registered. */
  graphs: z._default(z.array(z.enum(graphNames)), []),
  webhooks: z._default(z.array(z.custom<Webhook>(isWebhook)), []),
  /** How far what was missed has been fetched, on Timekit's clock, epoch milliseconds. */
  watermark: instant,
  /** What changed until then is listed without a notification: it was there before Bookbell was to know of it. Likewise. */
  silentUntil: instant,
  /** What is remembered of the connections to other services; see their memories. */
  calcom: z.object({
    /** Of its API, where it is a server of the user's own; empty = Cal.com's cloud. */
    base: none,
    webhook: z._default(z.nullable(z.string()), null),
    watermark: instant,
    silentUntil: instant,
  }),
  calendly: z.object({
    wanted: off,
    webhook: z._default(z.nullable(z.object({ uri: z.string(), url: z.string() })), null),
    watermark: instant,
    silentUntil: instant,
  }),
  /** What is secret of each destination that changes are sent to, by its id: the rest lies with the bookings. */
  destinations: z._default(
    z.record(
      z.string(),
      z.object({
        /** null = lost. */
        address: z._default(z.nullable(keptSecret), null),
        /** What messages to it are signed with; null = its kind wants none. */
        key: z._default(z.nullable(keptSecret), null),
        /** The key before, with which they are signed, too, until then, epoch milliseconds. */
        earlier: z._default(z.nullable(z.object({ key: keptSecret, until: z.int() })), null),
      }),
    ),
    {},
  ),
  /** The public URL that the user last copied; empty = none. */
  copiedUrl: none,
  /** The seat that has caught up once, as "host/seat": from then on its user is told of what waited. */
  relayCaughtUp: none,
});

export type Settings = DeepReadonly<z.infer<typeof settingsSchema>>;
export type KeptAddress = Settings["address"];
export type KeptSigning = Settings["signing"];
export type JoinHosts = Settings["joinHosts"];
