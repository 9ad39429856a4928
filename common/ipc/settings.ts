import * as z from "zod/mini";
import { mostOfSecret, secretNames } from "../secrets.ts";
import { pauseSpans, setups } from "../setting-choices.ts";
import { type SettingsView, settingsChange } from "../settings.ts";
import { serviceNames } from "../sources.ts";
import { dismissals } from "../trouble.ts";
import type { View } from "../view.ts";
import { ask, longAsk, shortText } from "./ask.ts";

/** The page itself. */
export const windowAsks = {
  view: longAsk<View>()(z.void()),
  hide: ask()(z.void()),
  /** The user has read it. */
  dismiss: ask()(z.enum(dismissals)),
  /** What became of `lightRow`. */
  lit: ask()(z.strictObject({ id: z.string(), lit: z.boolean() })),
  /** A fault of the page's own, for the log that main writes. */
  reportFault: ask()(z.string().check(z.maxLength(4000))),
};

export const settingAsks = {
  change: ask<SettingsView>()(settingsChange),
  /** Empty = none; refused, and left as it was, when another program has it. */
  setHotkey: ask<SettingsView>()(z.string().check(z.maxLength(60))),
  setStartAtLogin: ask()(z.boolean()),
  setPaused: ask()(z.enum(pauseSpans)),
  /** Hides whose bookings they are, until it is ended or for an hour. */
  setPresenting: ask()(z.enum(["off", "hour", "on"])),
  setSetup: ask()(z.enum(setups)),
};

export const alertAsks = {
  /** Shows a notification that says hello; what became of it is in view.greeted. */
  greet: ask()(z.void()),
};

export const secretAsks = {
  /**
   * `plain` = the user agreed to keep it without the system's keyring. A null `secret` removes it. Timekit's App API key
   * is tried before it is kept, and not kept when Timekit refuses it.
   */
  set: ask()(
    z.strictObject({
      name: z.enum(secretNames),
      secret: z.nullable(z.string().check(z.minLength(1), z.maxLength(mostOfSecret))),
      plain: z.boolean(),
    }),
  ),
  /** Of Timekit's signing secrets only the newest counts from now on. */
  removeEarlier: ask()(z.void()),
};

/** The services besides Timekit that have an API; their keys are set as secrets. */
export const serviceAsks = {
  /** Has the service post to the public address, and mends what is wrong with its webhook. */
  register: ask()(z.enum(serviceNames)),
  /** Has it post here no more. */
  unregister: ask()(z.enum(serviceNames)),
  /** Asks it for what Bookbell may have missed. */
  catchUp: ask()(z.enum(serviceNames)),
  /** The address of Cal.com's API where it is a server of the user's own; empty = Cal.com's cloud. */
  setCalcomBase: ask()(shortText),
};

export const updateAsks = {
  /** What came of it is in view.updates. */
  check: ask()(z.void()),
  /** The page of the newest version, in the browser. */
  openReleases: ask()(z.void()),
  /** Quits, installs what is ready, and starts the new version; refused in a meeting. */
  restart: ask()(z.void()),
};
