import * as z from "zod/mini";
import { domainOf, httpsOf, mailOf, serverOf, socketOf, userOf } from "./addresses.ts";
import type { AgendaItem } from "./agenda.ts";
import type { Answered, DeliveryDetail, DeliveryPage, Forgotten } from "./delivery.ts";
import { type BookingDetail, type Found, searchStates, searchTimes, snoozes } from "./found.ts";
import { dismissals } from "./health.ts";
import type { News, Unannounced } from "./news.ts";
import type { Project } from "./policy.ts";
import { ports } from "./ports.ts";
import type { Problem } from "./problems.ts";
import { secretNames } from "./secrets.ts";
import { setupSteps } from "./setting-choices.ts";
import { type SettingsView, settingsChange } from "./settings.ts";
import { bookingActions, graphNames, type Resource } from "./timekit.ts";
import { type AddressReach, type Gap, tunnelKinds } from "./tunnel.ts";
import type { View } from "./view.ts";

/** What an asked main answers: the page switches on `code`, never on text. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Problem };

interface Ask<Input extends z.ZodMiniType, Output> {
  readonly kind: "ask";
  readonly input: Input;
  /** Carries the type only. */
  readonly output?: Output;
}
interface Tell<Message> {
  readonly kind: "tell";
  /** Carries the type only. */
  readonly message?: Message;
}

const ask =
  <Output = null>() =>
  <Input extends z.ZodMiniType>(input: Input): Ask<Input, Output> => ({ kind: "ask", input });
const tell = <Message>(): Tell<Message> => ({ kind: "tell" });

const seq = z.int().check(z.positive());
const bookingId = z.string().check(z.minLength(1), z.maxLength(200));
const shortText = z.string().check(z.maxLength(500));
/** Timekit's word for a graph or a state. */
const timekitName = z.string().check(z.regex(/^\w{1,100}$/));
/** A text that is kept as it is under that rule for addresses. */
const kept = (rule: (text: string) => string | null) =>
  z.string().check(
    z.maxLength(500),
    z.refine((text) => rule(text) === text),
  );
/**
 * Only the keys that change; main restarts the tunnel when what it uses has changed. Files and the server's key are not
 * among them: those main has from its own dialog, and from the server.
 */
const tunnel = z.partial(
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
);

/**
 * All that passes between page and main. Main's handlers, the preload bridge and the page's types are derived
 * from this one value; `ask` goes from the page to main and is answered, `tell` goes from main to the page.
 */
export const ipc = {
  getView: ask<View>()(z.void()),
  /**
   * Puts the whole receiving address, with its secret token, on the clipboard; the page never sees it. It is the public
   * one when there is one, and the answer says so. Timekit wants one webhook for each graph and state: naming them
   * marks the address.
   */
  copyAddress: ask<AddressReach>()(z.nullable(z.strictObject({ graph: timekitName, state: timekitName }))),
  setPaused: ask()(z.boolean()),
  /** Hides whose bookings they are, until it is ended or for an hour. */
  setPresenting: ask()(z.enum(["off", "hour", "on"])),
  changeSettings: ask<SettingsView>()(settingsChange),
  /** Empty = none; refused, and left as it was, when another program has it. */
  setHotkey: ask<SettingsView>()(z.string().check(z.maxLength(60))),
  setStartAtLogin: ask()(z.boolean()),
  /** What came of it is in view.updates. */
  checkForUpdates: ask()(z.void()),
  /** The page of the newest version, in the browser. */
  openReleases: ask()(z.void()),
  /** Quits, installs what is ready, and starts the new version; refused in a meeting. */
  restartToUpdate: ask()(z.void()),
  /**
   * `plain` = the user agreed to keep it without the system's keyring. A null `secret` removes it. Timekit's App API key
   * is tried before it is kept, and not kept when Timekit refuses it.
   */
  setSecret: ask()(
    z.strictObject({
      name: z.enum(secretNames),
      secret: z.nullable(z.string().check(z.minLength(1), z.maxLength(4096))),
      plain: z.boolean(),
    }),
  ),
  /** Makes a new address. The one before counts for a day; webhooks that Bookbell registered move by themselves. */
  renewAddress: ask()(z.void()),
  /** What comes to the address before is turned away from now on. */
  endOldAddress: ask()(z.void()),
  /** Of Timekit's signing secrets only the newest counts from now on. */
  removeEarlierSecrets: ask()(z.void()),
  changeTunnel: ask()(tunnel),
  /** Trusts the server's key of view.reach.hostKey from now on; refused when it is not that one any more. */
  trustHostKey: ask()(shortText),
  /** The server's key is asked about again at the next connection. */
  forgetHostKey: ask()(z.void()),
  /** Tries the tunnel and the front door again at once. */
  reconnect: ask()(z.void()),
  /** Fetches Cloudflare's program; answered when it is there. How far it is is in view.cloudflared. */
  downloadCloudflared: ask()(z.void()),
  cancelDownload: ask()(z.void()),
  /** Has the user choose that file and keeps it, as view.tunnel then tells; false = they changed their mind. */
  chooseFile: ask<boolean>()(z.enum(["cloudflared", "ssh-key"])),
  /** The spans in which nothing could have arrived, newest first. */
  getGaps: ask<readonly Gap[]>()(z.void()),
  /** Whoever can be booked, to choose from. */
  getResources: ask<readonly Resource[]>()(z.void()),
  /** Whose bookings are shown; null = everybody's. */
  chooseResource: ask()(z.nullable(z.strictObject({ id: shortText, name: shortText }))),
  /** Has Timekit post to the public address for every state of these graphs that a host wants to know; none ends it. */
  registerWebhooks: ask()(z.array(z.enum(graphNames)).check(z.maxLength(graphNames.length))),
  /** Asks Timekit for what Bookbell may have missed. */
  catchUp: ask()(z.void()),
  /**
   * Opens the meeting's link, which main finds by itself: the page never sends an address. Null = it is open; else the
   * host that the user is to be asked about first. `agreed` is the one that they have said yes to.
   */
  joinBooking: ask<string | null>()(z.strictObject({ id: bookingId, agreed: z.nullable(shortText) })),
  actOnBooking: ask()(
    z.strictObject({
      id: bookingId,
      action: z.enum(bookingActions),
      message: z.string().check(z.maxLength(2000)),
    }),
  ),
  /** Posts a marked test booking through the public address; how far it came is in view.proof. */
  proveIt: ask()(z.void()),
  /** The page has painted the proof of that mark. */
  proofSeen: ask()(shortText),
  setSetup: ask()(z.enum(setupSteps)),
  /** Null = it is no longer kept. */
  getBooking: ask<BookingDetail | null>()(bookingId),
  /** All of a day, such as "2026-11-23". */
  getDay: ask<readonly AgendaItem[]>()(z.iso.date()),
  search: ask<Found>()(
    z.strictObject({
      text: z.string().check(z.maxLength(200)),
      state: z.enum(searchStates),
      time: z.enum(searchTimes),
    }),
  ),
  /** Reminds of it once more then, and not before. */
  snoozeBooking: ask()(z.strictObject({ id: bookingId, choice: z.literal(snoozes) })),
  /** Opens the mail or phone program; main finds the address by itself. */
  contactCustomer: ask()(z.strictObject({ id: bookingId, by: z.enum(["mail", "call"]) })),
  /** Puts it on the clipboard as text. */
  copyBooking: ask()(bookingId),
  /** Asks where to save it as a calendar file; false = the user changed their mind. */
  exportBooking: ask<boolean>()(bookingId),
  /** What changed: unseen ones first, each newest first. */
  getNews: ask<readonly News[]>()(z.void()),
  /** The user has looked at all that changed of this booking; null = of every one. */
  markSeen: ask()(z.nullable(bookingId)),
  /** The projects of the latest bookings, by name. */
  getProjects: ask<readonly Project[]>()(z.void()),
  /** The page of the delivery log that follows `before`, or the newest. */
  getDeliveries: ask<DeliveryPage>()(z.strictObject({ before: z.nullable(seq) })),
  getDelivery: ask<DeliveryDetail | null>()(seq),
  /** Takes the stored bytes in once more, as after an update that can read them. */
  replayDelivery: ask<Answered>()(seq),
  /** Puts a curl command that posts the same body on the clipboard, without token and without signatures. */
  copyAsCurl: ask()(seq),
  /** Removes all that is kept of a customer, by mail address; where much is kept, this takes seconds. */
  forgetCustomer: ask<Forgotten>()(kept(mailOf)),
  /** Deletes the damaged bookings files that were set aside. */
  removeSetAside: ask()(z.void()),
  /** Asks where to save, then saves; null = the user changed their mind, else how many bookings were written. */
  exportBookings: ask<number | null>()(z.enum(["ics", "csv"])),
  /** The same for a redacted file that helps to find a fault; false = the user changed their mind. */
  exportDiagnostics: ask<boolean>()(z.void()),
  /** The user has read it. */
  dismiss: ask()(z.enum(dismissals)),
  hideWindow: ask()(z.void()),
  /** A fault of the page's own, for the log that main writes. */
  reportFault: ask()(z.string().check(z.maxLength(4000))),
  viewChanged: tell<Partial<View>>(),
  /** A delivery came, was replayed or was removed: an open delivery log asks anew. */
  deliveriesChanged: tell<null>(),
  /** The window was hidden for a while: it opens on today, at now, unless something is half typed. */
  showToday: tell<null>(),
  /** A booking came that no notification tells of: said for a moment, so that it does not seem lost. */
  receivedQuietly: tell<Unannounced>(),
  /** The tray asks for the settings. */
  showSettings: tell<null>(),
  /** Bring this booking into view: the user clicked its notification. */
  revealBooking: tell<string>(),
  /** The user wants to join this booking from its notification, and is to be asked first. */
  askToJoin: tell<string>(),
} as const;

type Schema = typeof ipc;
type Keys<Kind> = { [K in keyof Schema]: Schema[K] extends { kind: Kind } ? K : never }[keyof Schema];
export type AskName = Keys<"ask">;
export type TellName = Keys<"tell">;
export type InputOf<K extends AskName> = z.infer<Schema[K]["input"]>;
export type OutputOf<K extends AskName> = Schema[K] extends Ask<z.ZodMiniType, infer Output> ? Output : never;
export type MessageOf<K extends TellName> = Schema[K] extends Tell<infer Message> ? Message : never;

/** What the page finds at `window.bookbell`; each `tell` gives a function that stops listening. */
export type Bridge = { [K in AskName]: (input: InputOf<K>) => Promise<Answer<OutputOf<K>>> } & {
  [K in TellName as `on${Capitalize<K>}`]: (listen: (message: MessageOf<K>) => void) => () => void;
};
