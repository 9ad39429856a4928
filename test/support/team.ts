import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { type Bookbell, opened, startBookbell } from "./bookbell.ts";
import type { Env } from "./desktop/child.ts";
import { type DesktopOptions, startDesktop } from "./desktop/session.ts";
import { patienceMs } from "./patience.ts";
import { initiatedTeam, runRelay } from "./relay-program.ts";
import { freePort } from "./system.ts";

/** One of a team: a Bookbell with a profile and a seat at the relay of its own. */
export interface Member {
  readonly name: string;
  readonly profile: string;
  readonly bookbell: Bookbell;
  /** Its window's. */
  readonly page: Page;
}

/** A team with a real nats-server and a relay in front of it, each of its members connected. */
export interface Team {
  readonly members: readonly Member[];
  /** Where Timekit posts to. */
  readonly url: string;
  /** Ends all of it. */
  stop(): Promise<void>;
}

/**
 * Starts a team whose files are all in `folder`, made by the relay's own commands as an administrator would.
 * @param desktops what the private desktop of each is like; null = all are on the one of whoever starts them. Of those
 * who share a display, one that stands still can hold it, and all others stand still until it wakes.
 */
export async function startTeam(
  folder: string,
  names: readonly string[],
  desktops: DesktopOptions | null,
): Promise<Team> {
  const ends: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const { nats, url, start } = await initiatedTeam(folder);
    ends.push(nats.stop);
    await command(folder, "apply");
    const relay = await start();
    ends.push(() => relay.end());
    const members: Member[] = [];
    for (const name of names) {
      const invitation = await command(folder, "invite", name.toLowerCase());
      const profile = path.join(folder, name);
      const desktop = desktops && (await startDesktop(desktops));
      if (desktop) ends.push(desktop.stop);
      const bookbell = await startMember(desktop?.env ?? (process.env as Env), profile);
      ends.push(() => bookbell.app.close().catch(() => {}));
      members.push({ name, profile, bookbell, page: await join(bookbell, invitation) });
    }
    return { members, url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs one of the relay's commands. @returns what it printed */
async function command(folder: string, ...args: string[]): Promise<string> {
  const { code, out, err } = await runRelay(folder, args);
  if (code !== 0) throw new Error(err);
  return out.trim();
}

async function startMember(env: Env, profile: string): Promise<Bookbell> {
  await mkdir(profile);
  const settings = { setup: "done", trayless: true, port: await freePort() };
  await writeFile(path.join(profile, "settings.json"), JSON.stringify(settings));
  return startBookbell(env, profile);
}

/** Takes the invitation as its user would. */
async function join(bookbell: Bookbell, invitation: string): Promise<Page> {
  const page = await opened(bookbell);
  await page.evaluate(async (secret) => {
    const set = await window.bookbell.secrets.set({ name: "relay", secret, plain: true });
    if (!set.ok) throw new Error(set.error.code);
    await window.bookbell.tunnel.change({ kind: "relay" });
  }, invitation);
  await page.getByText("Receiving through Acme’s relay").waitFor({ timeout: patienceMs });
  return page;
}

/** Its computer stands still, as one that sleeps does. */
export const fallAsleep = ({ bookbell }: Member): void => signal(bookbell, "SIGSTOP");

export const wake = ({ bookbell }: Member): void => signal(bookbell, "SIGCONT");

function signal({ app }: Bookbell, name: NodeJS.Signals) {
  const { pid } = app.process();
  if (pid !== undefined) process.kill(pid, name);
}

/** When each of these customers' bookings came onto the window's list, in their order; epoch milliseconds. */
export interface Seen {
  /** All of them are there. */
  readonly times: Promise<readonly number[]>;
}

/** Looks on from when this settles. */
export async function watchScreen({ page }: Member, customers: readonly string[]): Promise<Seen> {
  const times = page.evaluate(
    (customers) =>
      new Promise<number[]>((resolve) => {
        const seen = new Map<string, number>();
        const look = () => {
          const now = performance.timeOrigin + performance.now();
          const rows = [...document.querySelectorAll("li[data-id]")].map(({ textContent }) => textContent);
          for (const name of customers)
            if (!seen.has(name) && rows.some((row) => row?.includes(name))) seen.set(name, now);
          if (seen.size < customers.length) return;
          observer.disconnect();
          resolve(customers.map((name) => seen.get(name) ?? 0));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
      }),
    customers,
  );
  // A failure is whose who waits for it.
  times.catch(() => {});
  // It looks once a later call has been answered.
  await page.evaluate(() => {});
  return { times };
}
