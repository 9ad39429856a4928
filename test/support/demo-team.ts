import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { postTo } from "./bookbell.ts";
import { eventually } from "./eventually.ts";
import { exampleAt } from "./example.ts";
import { markdown } from "./markdown-table.ts";
import { DatabaseSync } from "./sqlite.ts";
import { run } from "./system.ts";
import { fallAsleep, type Member, startTeam, type Team, wake, watchScreen } from "./team.ts";
import { soon, todayAt, zoneOfMorning } from "./today.ts";

/** One booking, and when each of the team had it; epoch milliseconds. */
interface Had {
  readonly customer: string;
  readonly posted: number;
  /** The relay answered: it is on the server's disk. */
  readonly answered: number;
  /** On the screen of each, in the order of the members. */
  readonly seen: readonly number[];
}

interface TeamDay {
  readonly hads: readonly Had[];
  readonly asleepAt: number;
  readonly wokeAt: number;
  /** So many bookings the one who slept had just before waking. */
  readonly hadAsleep: number;
}

interface TeamDayOptions {
  /** When the booking of that number is to be, which must be later today. */
  slot(number: number): readonly [start: Date, end: Date];
  say(line: string): void;
  /** Between one thing and the next, for whoever looks on. */
  readonly pauseMs: number;
}

const names = ["Anna", "Ben", "Chloe"] as const;
/** One comes before the last of the team falls asleep, and one after. */
const customers = ["Marty McFly", "Jennifer Parker", "Clara Clayton", "Lorraine Baines", "George McFly"];

/** Three Bookbells at a relay of their own; bookings come while one of them sleeps. Prints when each had each. */
export async function runTeamDemo({ headless, stay }: { headless: boolean; stay: boolean }): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "bookbell-team-"));
  const desktops = headless ? { windowManager: true, env: { TZ: zoneOfMorning(Date.now()) } } : null;
  let team: Team | null = null;
  try {
    console.log(`Starting ${(await run("nats-server", ["--version"])).trim()}, a relay and three Bookbells…`);
    team = await startTeam(folder, names, desktops);
    console.log(
      `${new Intl.ListFormat("en").format(names)} have each taken an invitation, and are connected.\n`,
    );
    const now = Date.now();
    const slot = (number: number) =>
      desktops
        ? ([todayAt(`1${number}:00`, now), todayAt(`1${number}:45`, now)] as const)
        : soon(now, number);
    const day = await aTeamsDay(team, { slot, say: console.log, pauseMs: 2_000 });
    console.log(`\n${tableOf(day)}\n`);
    console.log(
      `Each of the three has all ${customers.length} bookings, each once, and was notified of every one.`,
    );
    if (stay)
      await Promise.all(
        team.members.map(({ bookbell }) => bookbell.app.waitForEvent("close", { timeout: 0 })),
      );
  } finally {
    await team?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Has bookings come to a team the last of whom sleeps meanwhile. @throws unless each has each, once, and was told. */
export async function aTeamsDay(team: Team, { slot, say, pauseMs }: TeamDayOptions): Promise<TeamDay> {
  const { members, url } = team;
  const sleeper = members.at(-1) as Member;
  const screens = await Promise.all(members.map((member) => watchScreen(member, customers)));
  const posts: Pick<Had, "customer" | "posted" | "answered">[] = [];
  const note = (line: string) => say(`${clock(Date.now())}  ${line}`);
  async function post() {
    const number = posts.length;
    const customer = customers[number] ?? "";
    const posted = Date.now();
    const status = await postTo(url, bookingOf(customer, slot(number)));
    if (status !== 204) throw new Error(`The relay did not take it: ${status}.`);
    posts.push({ customer, posted, answered: Date.now() });
    note(`Timekit posts a booking of ${customer}, and the relay keeps it.`);
    await delay(pauseMs);
  }

  await post();
  // Else it might fall asleep before it has the first one.
  await has(sleeper, 1);
  const asleepAt = Date.now();
  let hadAsleep = Number.NaN;
  fallAsleep(sleeper);
  try {
    note(`${sleeper.name}’s computer falls asleep.`);
    while (posts.length < customers.length - 1) await post();
    for (const member of members) if (member !== sleeper) await has(member, posts.length);
    hadAsleep = countOf(sleeper, "FROM booking");
  } finally {
    wake(sleeper);
  }
  const wokeAt = Date.now();
  note(`${sleeper.name}’s computer wakes.`);
  await delay(pauseMs);
  await post();
  const seen = await Promise.all(screens.map(({ times }) => times));
  for (const member of members) await wasTold(member, customers.length);
  const hads = posts.map((one, i) => ({ ...one, seen: seen.map((times) => times[i] ?? 0) }));
  return { hads, asleepAt, wokeAt, hadAsleep };
}

const bookingOf = (customer: string, [start, end]: readonly [Date, Date]): Buffer => {
  const id = customer.replace(" ", "-").toLowerCase();
  return exampleAt(Date.now(), start, end, {
    id,
    customers: [{ id, name: customer, email: `${id}@example.com` }],
  });
};

/** @throws with what its window and its log say when it does not have so many in time */
const has = (member: Member, count: number) =>
  eventually(async () => (countOf(member, "FROM booking") === count ? true : null)).catch(async (cause) => {
    const log = await readFile(path.join(member.profile, "logs/main.log"), "utf8");
    const window = await member.page.locator("body").innerText();
    const found = countOf(member, "FROM booking");
    throw new Error(`${member.name} has ${found} of ${count} bookings.\n${window}\n${log.slice(-4_000)}`, {
      cause,
    });
  });

/** @throws when one came twice, or was kept from its user */
async function wasTold(member: Member, count: number): Promise<void> {
  await eventually(async () =>
    countOf(member, "FROM alert WHERE outcome IS NOT NULL") >= count ? true : null,
  );
  for (const what of ["FROM booking", "FROM change", "FROM alert WHERE outcome = 'shown'"]) {
    const found = countOf(member, what);
    if (found !== count) throw new Error(`${member.name} has ${found} instead of ${count} ${what}.`);
  }
}

function countOf({ profile }: Member, what: string): number {
  const store = new DatabaseSync(path.join(profile, "bookings.sqlite"), { readOnly: true });
  try {
    return (store.prepare(`SELECT count(*) AS count ${what}`).get() as { count: number }).count;
  } finally {
    store.close();
  }
}

function tableOf({ hads, asleepAt, wokeAt }: TeamDay): string {
  const rows = hads.map(({ customer, posted, answered, seen }) => [
    customer,
    clock(posted),
    after(posted, answered),
    ...seen.map((at, i) =>
      i === names.length - 1 && posted > asleepAt && posted < wokeAt
        ? `${clock(at)}, ${after(wokeAt, at)} after waking`
        : after(posted, at),
    ),
  ]);
  const screens = names.map((name) => `on ${name}’s screen`);
  return markdown([["booking of", "posted at", "kept by the relay", ...screens], ...rows]);
}

/** Such as "0.04 s"; at least what can be told apart. */
const after = (from: number, to: number) => `${Math.max(0.01, (to - from) / 1_000).toFixed(2)} s`;

const clock = (at: number) => new Date(at).toTimeString().slice(0, 8);
