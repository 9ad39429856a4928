import * as z from "zod/mini";
import type { DeepReadonly } from "./deep-readonly.ts";
import { hues } from "./hues.ts";
import { type AlertKind, alertKinds, calm, type Treatment, treatments } from "./policy.ts";
import { ports } from "./ports.ts";
import { reminderLeads } from "./reminders.ts";
import {
  bookingDays,
  deliveryDays,
  hourChoices,
  languageChoices,
  successCodes,
  textSizes,
  themes,
} from "./setting-choices.ts";

/** "22:00", on the user's own clock. */
const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const leads = z.readonly(z.array(z.literal(reminderLeads)).check(z.maxLength(reminderLeads.length)));

const alertSettings = Object.fromEntries(
  alertKinds.map((kind) => [kind, z._default(z.enum(treatments), calm[kind])]),
) as unknown as Record<AlertKind, z.ZodMiniDefault<z.ZodMiniType<Treatment>>>;

const projectRule = z.object({
  name: z._default(z.string().check(z.maxLength(500)), ""),
  alerts: z._default(z.nullable(z.enum(["list", "ignore"])), null),
  reminders: z._default(z.nullable(leads), null),
  hue: z._default(z.nullable(z.enum(hues)), null),
  fullScreen: z._default(z.boolean(), false),
});

/** The settings that the page shows and changes, each with what holds until something else is chosen. */
export const pageSettings = z.object({
  port: z._default(z.int().check(z.gte(ports.least), z.lte(ports.most)), 26_655),
  successCode: z._default(z.literal(successCodes), 204),
  hours: z._default(z.enum(hourChoices), "system"),
  /** Deliveries older than this many days are removed; 0 keeps them for good. */
  keepDeliveriesDays: z._default(z.literal(deliveryDays), 30),
  /** Bookings that ended longer ago than this many days are removed; 0 keeps them for good. */
  keepBookingsDays: z._default(z.literal(bookingDays), 365),
  /** How many minutes before a booking starts its host is reminded; none = never. */
  reminders: z._default(leads, [10, 0]),
  /** Asks who has not opened the meeting's link two minutes after the start to do so. */
  notJoined: z._default(z.boolean(), true),
  /** Hours in which changes are listed without a notification. */
  quietHours: z.object({
    on: z._default(z.boolean(), false),
    from: z._default(clockTime, "20:00"),
    to: z._default(clockTime, "07:00"),
  }),
  /** What starts within the hour is told in quiet hours, too, and once more while nobody has looked at it. */
  shortNotice: z._default(z.boolean(), true),
  alerts: z.object(alertSettings),
  /** By the project's id. */
  projects: z._default(z.record(z.string().check(z.minLength(1), z.maxLength(200)), projectRule), {}),
  /** Notifications may sound, if the system lets them. */
  sound: z._default(z.boolean(), true),
  /** The window stays when something else gets the focus. */
  keepOpen: z._default(z.boolean(), false),
  /** Which language the words are in. */
  language: z._default(z.enum(languageChoices), "system"),
  theme: z._default(z.enum(themes), "system"),
  /** In per cent; the window grows with it. */
  textSize: z._default(z.literal(textSizes), 100),
  /** What a key does is shown beside what does the same. */
  keyHints: z._default(z.boolean(), true),
  /** The next meeting is named beside the tray icon, where the system has room for that. */
  trayTitle: z._default(z.boolean(), false),
  /** Opens and hides the window from anywhere, as Electron writes it: "Control+Alt+B"; empty = none. */
  hotkey: z._default(z.string().check(z.maxLength(60)), ""),
  /** Looks for newer versions by itself. */
  updates: z._default(z.boolean(), true),
});

export type SettingsView = DeepReadonly<z.infer<typeof pageSettings>>;

/** The same values, none of them missing, none beside them, and no default: what a change is made of. */
function asked(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodMiniDefault) return asked(schema.def.innerType);
  if (schema instanceof z.ZodMiniRecord)
    return z.record(schema.def.keyType as z.ZodMiniString, asked(schema.def.valueType));
  if (!(schema instanceof z.ZodMiniObject)) return schema;
  const parts = Object.entries(schema.shape).map(([name, part]) => [name, asked(part)]);
  return z.strictObject(Object.fromEntries(parts));
}

/** What the page may ask to have changed: each setting as a whole. The shortcut is asked for by itself. */
export const settingsChange = z.partial(
  z.omit(asked(pageSettings) as typeof pageSettings, { hotkey: true }),
) as unknown as z.ZodMiniType<Partial<Omit<SettingsView, "hotkey">>>;
