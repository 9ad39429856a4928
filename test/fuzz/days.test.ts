import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exampleAt } from "../support/example.ts";
import { chosenSeed, type Random, randomFrom } from "../support/random.ts";
import { repeated } from "../support/repeated.ts";
import { aLaptop } from "./laptop.ts";
import { heldMemory } from "./memory.ts";

// Main waits by them as well, and only those that are global can be played.
vi.mock("node:timers/promises", () => ({
  setTimeout: <T>(ms: number, value: T) =>
    new Promise<T>((resolve) => void globalThis.setTimeout(resolve, ms, value)),
}));

const days = Number(process.env.BOOKBELL_DAYS ?? repeated(2));
const minute = 60_000;
const halfHour = 30 * minute;
/** Each on the eve of a change of its clocks somewhere: London and New York in autumn, both in spring, Lord Howe by half an hour. */
const eves = ["2026-10-24", "2026-10-31", "2027-03-13", "2027-03-27", "2027-04-03"];
const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"];
/** Room for what allocators keep, and for what retention lets go later. */
const mostGrowthMb = 64;

beforeEach(() =>
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] }),
);
afterEach(() => vi.useRealTimers());

interface Meeting {
  readonly id: string;
  start: number;
  state: string;
  /** All that was posted of it. */
  readonly bodies: Buffer[];
}

/** What hosts and their customers do. */
function aPractice(random: Random) {
  const meetings: Meeting[] = [];
  const later = () => Math.ceil(Date.now() / minute) * minute + (60 + random.below(3 * 24 * 60)) * minute;
  function told(meeting: Meeting): Buffer {
    const { id, start, state } = meeting;
    const body = exampleAt(Date.now(), new Date(start), new Date(start + halfHour), { id, state });
    meeting.bodies.push(body);
    return body;
  }
  /** The next delivery: of a new booking, of one that moves or is cancelled, or of nothing new. */
  return function next(): Buffer {
    const coming = meetings.filter(({ start, state }) => start > Date.now() && state === "confirmed");
    if (coming.length === 0 || random.chance(0.5)) {
      const meeting = { id: `b${meetings.length}`, start: later(), state: "confirmed", bodies: [] };
      meetings.push(meeting);
      return told(meeting);
    }
    const meeting = random.pick(coming);
    if (random.chance(0.4)) return random.pick(meeting.bodies);
    if (random.chance(0.5)) meeting.state = "cancelled_by_customer";
    else meeting.start = later();
    return told(meeting);
  };
}

test(`${days} days of bookings, sleep, travel and deaths: each is told once`, {
  timeout: 60_000 + days * 30_000,
}, async () => {
  const seed = chosenSeed();
  const random = randomFrom(seed);
  const again = `BOOKBELL_SEED=${seed}`;
  vi.setSystemTime(`${random.pick(eves)}T06:00Z`);
  const laptop = aLaptop();
  const next = aPractice(random);
  const { box } = laptop;

  /** For a while something is not as it should be. */
  async function disturb() {
    const what = random.pick([
      "sleeps",
      "dies",
      "travels",
      "paused",
      "desktop",
      "online",
      "answers",
    ] as const);
    if (what === "dies") return laptop.dies();
    if (what === "travels") box.zone = random.pick(zones);
    else if (what === "sleeps") {
      // What is under way is done by then: what waits for longer than its booking lasts is told nobody.
      await laptop.minutes(3);
      laptop.sleeps(1 + random.below(9));
    } else {
      const usual = box[what];
      box[what] = !usual;
      for (let i = 0; i < 3; i++) {
        laptop.takes(next());
        await laptop.minutes(random.below(8));
      }
      box[what] = usual;
    }
  }

  async function day() {
    const evening = Date.now() + 24 * 60 * minute;
    while (Date.now() < evening) {
      const deliveries = random.chance(0.05) ? 12 : 1;
      for (let i = 0; i < deliveries; i++) laptop.takes(next());
      if (random.chance(0.2)) await disturb();
      await laptop.minutes(random.below(60));
    }
    await laptop.minutes(90);
  }

  function check() {
    const { shown, reminded, owed, waiting, messages } = laptop.kept();
    expect(laptop.faults, again).toEqual([]);
    expect({ owed, waiting }, again).toEqual({ owed: 0, waiting: 0 });
    const { alone, amongMany, reminded: seen } = laptop.told;
    for (const { id, n } of reminded) expect([id, seen.get(id)], again).toEqual([id, n]);
    for (const { id, n } of shown) {
      expect(alone.get(id) ?? 0, `${id} was told twice, ${again}`).toBeLessThanOrEqual(n);
      const ofChanges = (alone.get(id) ?? 0) + (amongMany.get(id) ?? 0);
      expect(ofChanges, `${id} was not told, ${again}`).toBeGreaterThanOrEqual(n);
    }
    expect(
      [...laptop.sent.values()].every((times) => times === 1),
      again,
    ).toBe(true);
    expect(laptop.sent.size, again).toBe(messages);
  }

  await day();
  check();
  const before = heldMemory();
  for (let i = 1; i < days; i++) {
    await day();
    check();
  }
  expect(heldMemory() - before, again).toBeLessThan(mostGrowthMb);
  // One that nothing disturbs: of a short run's meetings there may be none that was reminded of.
  const start = Math.ceil(Date.now() / minute) * minute + 2 * halfHour;
  laptop.takes(exampleAt(Date.now(), new Date(start), new Date(start + halfHour), { id: "calm" }));
  await laptop.minutes(90);
  check();
  const { told, sent } = laptop;
  expect(
    [told.alone.size, told.reminded.size, sent.size].every((count) => count > 0),
    again,
  ).toBe(true);
});
