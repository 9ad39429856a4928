import { readFile, stat, writeFile } from "node:fs/promises";
import type { Booking } from "../../common/booking.ts";
import type { View } from "../../common/view.ts";
import type { MainWords } from "../../common/words/main.ts";
import type { StoreClient } from "../store/thread/client.ts";
import { maskedSettings } from "../view/masked-view.ts";

/** What exports are made of. */
export interface ExportParts {
  store: StoreClient;
  view(): View;
  readonly databaseFile: string;
  readonly logFile: string;
  now(): number;
  words(): MainWords;
  /** Asks where to save a file of that name; null = the user changed their mind. */
  askWhere(name: string): Promise<string | null>;
}

const logLines = 500;

/** Writes files where the user wants them; null or false when they changed their mind. */
export function createExports({ store, view, databaseFile, logFile, now, words, askWhere }: ExportParts) {
  const today = () => new Date(now()).toISOString().slice(0, 10);

  async function allBookings(): Promise<Booking[]> {
    const all: Booking[] = [];
    for (let last = 0; ; ) {
      const page = await store.bookings.page(last);
      if (page.length === 0) return all;
      all.push(...page.map(({ booking }) => booking));
      last = page.at(-1)?.pk ?? last;
    }
  }

  async function diagnosis() {
    const {
      version,
      receiver,
      secrets,
      reach,
      timekit,
      notifications,
      store: storeProblem,
      settings,
      format,
      paused,
    } = view();
    const size = await stat(databaseFile).then(
      ({ size }) => size,
      () => null,
    );
    const log = await readFile(logFile, "utf8").catch(() => "");
    return {
      made: new Date(now()).toISOString(),
      version,
      system: { platform: process.platform, arch: process.arch, ...process.versions },
      state: {
        receiver,
        secrets,
        reach: { ...reach, host: reach.host && "‹host›", hostKey: null },
        timekit: timekit.state,
        notifications,
        store: storeProblem,
        settings: maskedSettings(settings),
        format,
        paused,
      },
      kept: { databaseBytes: size, counts: await store.upkeep.counts().catch(() => null) },
      log: log.trimEnd().split("\n").slice(-logLines),
    };
  }

  return {
    async bookings(kind: "ics" | "csv"): Promise<number | null> {
      const file = await askWhere(plain(words().exports.files.bookings({ date: today(), format: kind })));
      if (!file) return null;
      const bookings = await allBookings();
      const { csvOf, icsOf } = await fileFormats();
      await writeFile(file, kind === "ics" ? icsOf(bookings, words()) : csvOf(bookings, words()));
      return bookings.length;
    },
    /** One booking as a calendar file. */
    async booking(booking: Booking): Promise<boolean> {
      const file = await askWhere(words().exports.files.booking);
      if (!file) return false;
      const { icsOf } = await fileFormats();
      await writeFile(file, icsOf([booking], words()));
      return true;
    },
    /** Holds versions, settings without secrets, counts and the end of the redacted log; no names, no bodies. */
    async diagnostics(): Promise<boolean> {
      const file = await askWhere(plain(words().exports.files.diagnostics({ date: today() })));
      if (!file) return false;
      await writeFile(file, JSON.stringify(await diagnosis(), null, 2));
      return true;
    },
  };
}

/** Without the marks that keep what is put into a sentence to its place. */
const plain = (name: string) => name.replaceAll(/[\u200e\u200f]/g, "");

/** Loaded with the libraries it needs when there is something to write: most runs have nothing. */
const fileFormats = () => import("./bookings-file.ts");
