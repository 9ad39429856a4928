import { type ProblemCode, problem } from "../../common/problems.ts";
import type { UpdatesView } from "../../common/updates.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Owner } from "./owner.ts";

/** What this needs of electron-updater. */
export interface Updater {
  autoInstallOnAppQuit: boolean;
  /** Downloads what it finds, too, unless somebody else installs. */
  checkForUpdates(): Promise<{ readonly downloadPromise?: Promise<unknown> | null | undefined } | null>;
  on(
    event: "update-available" | "update-downloaded",
    listener: (found: { version: string }) => void,
  ): unknown;
  on(event: "update-not-available", listener: () => void): unknown;
  on(event: "download-progress", listener: (progress: { percent: number }) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** What updating needs of the rest of Bookbell. */
export interface UpdatesParts {
  readonly owner: Owner;
  /** Only called when there is something to ask. */
  load(): Promise<Updater>;
  /** Whether the user lets Bookbell look by itself. */
  enabled(): boolean;
  inMeeting(): boolean;
  now(): number;
  onView(updates: UpdatesView): void;
  /** Quits, which installs, and starts anew. */
  restart(): void;
}

const everyMs = 6 * 3_600_000;
/** Nothing is under way or waits for its installation. */
const settled: ReadonlySet<UpdatesView["state"]> = new Set(["newest", "failed", "available"]);

/**
 * Looks for newer versions, fetches them, and has them installed when Bookbell quits: never in a meeting. Of a package it
 * only tells what there is.
 */
export function createUpdates(parts: UpdatesParts) {
  let updater: Updater | null = null;
  let triedAt = 0;
  let view: UpdatesView =
    parts.owner === "source" ? { state: "elsewhere" } : { state: "newest", checkedAt: null };

  function show(next: UpdatesView): void {
    view = next;
    parts.onView(next);
  }

  function fail(error: unknown): void {
    // What is out stays so while the feed is out of reach.
    if (view.state !== "available") show({ state: "failed", problem: problem(codeOf(error)) });
  }

  async function loaded(): Promise<Updater> {
    if (updater) return updater;
    const fresh = await parts.load();
    let version = "";
    fresh.on("update-available", (found) => {
      version = found.version;
      const known = view.state === "available" && view.version === version && view.known;
      show(
        parts.owner === "self"
          ? { state: "downloading", version, percent: 0 }
          : { state: "available", version, known },
      );
    });
    fresh.on("download-progress", ({ percent }) => {
      const whole = Math.floor(percent);
      if (view.state !== "downloading" || view.percent !== whole)
        show({ state: "downloading", version, percent: whole });
    });
    fresh.on("update-not-available", () => show({ state: "newest", checkedAt: parts.now() }));
    fresh.on("update-downloaded", (found) => show({ state: "ready", version: found.version }));
    fresh.on("error", fail);
    updater = fresh;
    return fresh;
  }

  /** Never rejects: what went wrong is in the view. */
  async function check(): Promise<void> {
    if (!settled.has(view.state)) return;
    if (view.state !== "available") show({ state: "checking" });
    triedAt = parts.now();
    try {
      const found = await (await loaded()).checkForUpdates();
      await found?.downloadPromise;
    } catch (error) {
      fail(error);
    }
  }

  return {
    /** Shows whether this copy can look at all. */
    start: (): void => show(view),
    /** Looks now, whether or not it may do so by itself. */
    check,
    /** To be called every minute: looks every six hours, the first time within a minute of the start. */
    minute(): void {
      if (parts.enabled() && parts.now() - triedAt >= everyMs) void check();
    },
    /** The user knows of the version that is out. */
    known(): void {
      if (view.state === "available") show({ ...view, known: true });
    },
    /** @throws WorldError update-in-meeting */
    install(): void {
      if (view.state !== "ready") return;
      if (parts.inMeeting()) throw new WorldError("update-in-meeting");
      parts.restart();
    },
    /** Bookbell is quitting: what is ready is installed after that, unless the computer is needed for a meeting. */
    quitting(): void {
      if (updater) updater.autoInstallOnAppQuit = !parts.inMeeting();
    },
  };
}

/** A feed that cannot be believed, a download that is not what was published, or anything else in the way. */
function codeOf(error: unknown): ProblemCode {
  if (error instanceof WorldError) return error.code;
  return (error as { code?: unknown }).code === "ERR_CHECKSUM_MISMATCH" ? "update-altered" : "update-failed";
}
