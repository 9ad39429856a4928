import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type ElectronStore from "electron-store";
import type { ProblemCode } from "../../common/problems.ts";
import { pageSettings, type SettingsView } from "../../common/settings.ts";
import { createEvent } from "../lib/event.ts";
import { WorldError } from "../lib/world-error.ts";
import { addressAtStart } from "./address-at-start.ts";
import { migrated } from "./migrations.ts";
import { isObject, readSettings } from "./read-settings.ts";
import type { Settings } from "./schema.ts";

/**
 * The settings file of the profile `folder`, with a fresh token at first start. A value that cannot be used is set back;
 * a file that cannot be read is set aside under a dated name, never overwritten. `damaged` says so. Where
 * the folder cannot be written to, what is there holds. It is read at once, but saved only from `saveBy` on: electron-store
 * is as large as all else that the icon needs, and so is loaded after it.
 */
export function openSettings(folder: string, now: () => number) {
  const file = path.join(folder, "settings.json");
  let Store: typeof ElectronStore | undefined;
  let store: ElectronStore | undefined;
  /** What was changed and could not be saved yet. */
  let held = false;
  const change = createEvent<Partial<Settings>>();

  /** @throws WorldError */
  function save(settings: Settings): void {
    if (!Store) throw new WorldError("setting-not-saved");
    try {
      store ??= new Store({ name: "settings", cwd: folder, configFileMode: 0o600 });
      store.store = { ...settings };
    } catch (error) {
      throw new WorldError(whyNotSaved[(error as NodeJS.ErrnoException).code ?? ""] ?? "setting-not-saved");
    }
    held = false;
  }

  function saveHeld(): void {
    try {
      if (held) save(current);
    } catch {
      // It holds, and is tried again.
    }
  }

  /** From now on this holds, and whoever watches it is told. */
  function apply(part: Partial<Settings>): void {
    const differs = ([key, value]: [string, unknown]) => !Object.is(value, current[key as keyof Settings]);
    const changed = Object.fromEntries(Object.entries(part).filter(differs));
    current = { ...current, ...part };
    if (Object.keys(changed).length > 0) change.tell(changed);
  }

  function hold(part: Partial<Settings>): void {
    held = true;
    apply(part);
    saveHeld();
  }

  clearAway(folder);
  const found = readFile(file);
  if (!found) setAside(file, now());
  const { settings, reset } = readSettings(migrated(found ?? {}));
  let current: Settings = settings;
  let damaged: ProblemCode | null = null;
  const knewAddress = settings.token !== "" || settings.address.newest !== "";
  const addressKeys = ["token", "address.newest"];
  if (reset.length > 0)
    damaged =
      !knewAddress && addressKeys.some((key) => reset.includes(key))
        ? "settings-address-reset"
        : "settings-reset";
  if (!found) {
    damaged = "settings-damaged";
    // The window is to say so, instead of greeting somebody who is no newcomer.
    hold({ setup: "done" });
  }
  const atStart = addressAtStart(current, newToken, now());
  if (!isDeepStrictEqual({ ...current, ...atStart }, current)) hold(atStart);

  return {
    /** What to tell the user of the file as it was at the start; null = all is well. */
    damaged,
    get: <Key extends keyof Settings>(key: Key): Settings[Key] => current[key],
    /** @throws WorldError when it cannot be saved; then nothing is changed. */
    change(part: Partial<Settings>): void {
      save({ ...current, ...part });
      apply(part);
    },
    /** Changes at once, and saves as soon as it can be saved. */
    hold,
    /** Tries again to save what is held; to be called every minute. */
    saveHeld,
    /** From now on what is changed is saved, by this; what is held already, at once. */
    saveBy(Loaded: typeof ElectronStore): void {
      Store = Loaded;
      saveHeld();
    },
    /** Tells what holds from now on, and is not as it was. */
    onChange: change.on,
    /** Has `listener` called when any of these settings is not as it was. */
    watch: (keys: readonly (keyof Settings)[], listener: () => void) =>
      change.on((changed) => keys.some((key) => key in changed) && listener()),
  };
}

/** 32 random bytes, base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url");

const whyNotSaved: Record<string, ProblemCode> = {
  ENOSPC: "setting-disk-full",
  EDQUOT: "setting-disk-full",
  EROFS: "setting-read-only",
  EACCES: "setting-read-only",
  EPERM: "setting-read-only",
};

/** What the file holds, nothing when there is none; null when it cannot be read. */
function readFile(file: string): Readonly<Record<string, unknown>> | null {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isObject(found) ? found : null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? {} : null;
  }
}

/** What a kill left half written: it holds secrets, and nobody reads it. */
function clearAway(folder: string): void {
  try {
    const left = readdirSync(folder).filter((name) => name.startsWith("settings.json.tmp-"));
    for (const name of left) rmSync(path.join(folder, name));
  } catch {
    // There is no folder yet, or nothing can be removed.
  }
}

function setAside(file: string, now: number): void {
  try {
    renameSync(file, `${file}.damaged-${new Date(now).toISOString().replaceAll(":", "-")}`);
  } catch {
    // Nothing can be written here: it stays as it is.
  }
}

export type SettingsStore = ReturnType<typeof openSettings>;

/** Whether Timekit may have an address of Bookbell's: the user copied one, or webhooks were registered. */
export const isAddressGiven = (settings: Pick<SettingsStore, "get">): boolean =>
  settings.get("copiedUrl") !== "" || settings.get("graphs").length > 0;

/** The settings that the page shows; the token and the secrets are not among them. */
export const settingsView = (settings: Pick<SettingsStore, "get">): SettingsView =>
  Object.fromEntries(
    Object.keys(pageSettings.shape).map((key) => [key, settings.get(key as keyof SettingsView)]),
  ) as unknown as SettingsView;
