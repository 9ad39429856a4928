import * as z from "zod/mini";
import { calm, told, treatments } from "../../common/policy.ts";
import { ports } from "../../common/ports.ts";
import { graphNames } from "../../common/timekit.ts";
import { tunnelKinds } from "../../common/tunnel.ts";
import { reminderLeads, secretNames, setupSteps } from "../../common/view.ts";
import type { Settings } from "./settings.ts";

/** One value, or several that stand or fall each by itself. */
type Shape = z.ZodMiniType | { readonly [name: string]: Shape };

const instant = z.nullable(z.int());
/** SHA-256. */
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const secret = z.union([
  z.object({ kept: z.enum(["encrypted", "plain"]), data: z.string() }),
  z.object({ kept: z.literal("session") }),
]);
const eachOf = (names: readonly string[], shape: Shape): Shape =>
  Object.fromEntries(names.map((name) => [name, shape]));
const object = z.looseObject({});

const shapes: Record<keyof Settings, Shape> = {
  port: z.int().check(z.gte(ports.least), z.lte(ports.most)),
  token: z.string().check(z.regex(/^([A-Za-z0-9_-]{43})?$/)),
  address: {
    newest: z.union([hash, z.literal("")]),
    old: z.nullable(z.object({ hash, until: z.int() })),
    ended: z.array(hash),
    sealed: z.string(),
    toCopy: z.boolean(),
  },
  successCode: z.literal([200, 201, 204]),
  hours: z.enum(["system", "12", "24"]),
  keepDeliveriesDays: z.literal([7, 30, 90, 365, 0]),
  keepBookingsDays: z.literal([30, 90, 365, 0]),
  reminders: z.array(z.literal(reminderLeads)),
  notJoined: z.boolean(),
  quietHours: { on: z.boolean(), from: z.string(), to: z.string() },
  shortNotice: z.boolean(),
  told: eachOf(told, z.enum(treatments)),
  projects: object,
  sound: z.boolean(),
  keepOpen: z.boolean(),
  theme: z.enum(["system", "light", "dark"]),
  hotkey: z.string(),
  updates: z.boolean(),
  paused: z.boolean(),
  pausedUntil: instant,
  presenting: z.boolean(),
  presentingUntil: instant,
  trayless: z.boolean(),
  uncheckedKnown: z.boolean(),
  secrets: eachOf(secretNames, z.nullable(secret)),
  signing: { setAt: instant, earlier: z.array(secret), until: instant },
  tunnel: {
    kind: z.enum([...tunnelKinds, "off"]),
    cloudflared: z.string(),
    namedUrl: z.string(),
    ngrokDomain: z.string(),
    ssh: {
      ...eachOf(["host", "user", "keyFile", "socket", "url", "hostKey"], z.string()),
      port: z.int().check(z.gte(1), z.lte(ports.most)),
    },
    ownUrl: z.string(),
  },
  setup: z.enum(setupSteps),
  resource: z.nullable(object),
  joinHosts: z.record(z.string(), z.array(z.string())),
  graphs: z.array(z.enum(graphNames)),
  webhooks: z.array(z.looseObject({ url: z.string() })),
  watermark: instant,
  silentUntil: instant,
  copiedUrl: z.string(),
};

/** What holds until something else is chosen; an empty token is none. */
const defaults: Settings = {
  port: 26_655,
  token: "",
  address: { newest: "", old: null, ended: [], sealed: "", toCopy: false },
  successCode: 204,
  hours: "system",
  keepDeliveriesDays: 30,
  keepBookingsDays: 365,
  reminders: [10, 0],
  notJoined: true,
  quietHours: { on: false, from: "20:00", to: "07:00" },
  shortNotice: true,
  told: calm,
  projects: {},
  sound: true,
  keepOpen: false,
  theme: "system",
  hotkey: "",
  updates: true,
  paused: false,
  pausedUntil: null,
  presenting: false,
  presentingUntil: null,
  trayless: false,
  uncheckedKnown: false,
  secrets: {},
  signing: { setAt: null, earlier: [], until: null },
  tunnel: {
    kind: "off",
    cloudflared: "",
    namedUrl: "",
    ngrokDomain: "",
    ssh: { host: "", port: 22, user: "", keyFile: "", socket: "", url: "", hostKey: "" },
    ownUrl: "",
  },
  setup: "reach",
  resource: null,
  joinHosts: {},
  graphs: [],
  webhooks: [],
  watermark: null,
  silentUntil: null,
  copiedUrl: "",
};

/**
 * The settings of a file of any version, each value by itself: what is missing has its default; so has what cannot be
 * used here, and `reset` names it. What is not known here, because a newer version wrote it, is passed on.
 */
export function readValues(file: Readonly<Record<string, unknown>>) {
  const reset: string[] = [];
  const known = readShape(shapes, defaults as unknown as Values, file, [], reset);
  return { settings: { ...file, ...known } as unknown as Settings, reset };
}

type Values = Readonly<Record<string, unknown>>;

function readShape(
  shape: { readonly [name: string]: Shape },
  fallback: Values,
  found: Values,
  path: readonly string[],
  reset: string[],
): Values {
  const read = Object.entries(shape).map(([name, part]) => {
    const value = Object.hasOwn(found, name) ? found[name] : undefined;
    const otherwise = fallback[name];
    const at = [...path, name];
    if (value === undefined) return [name, otherwise];
    if (isSchema(part)) {
      if (part.safeParse(value).success) return [name, value];
    } else if (isObject(value)) return [name, readShape(part, otherwise as Values, value, at, reset)];
    reset.push(at.join("."));
    return [name, otherwise];
  });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

const isSchema = (shape: Shape): shape is z.ZodMiniType => "safeParse" in shape;

export const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);
