import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import { postTo } from "../support/bookbell.ts";
import { startDesktop } from "../support/desktop/session.ts";
import { eventually } from "../support/eventually.ts";
import { exampleAt } from "../support/example.ts";
import { ruled } from "../support/ruled-profile.ts";
import { type Answer, type Got, startTakers } from "../support/takers.ts";
import { startVictim, type Victim } from "./victim.ts";

interface Seam {
  /** What the message is answered; else that it was taken. */
  readonly answer?: Answer;
  /** When Bookbell is killed: once Timekit has its answer, or once somebody has the message. */
  readonly at: "acknowledged" | "got";
}

/** Between which states of the queue Bookbell is killed. */
const seams: Readonly<Record<string, Seam>> = {
  "owed, before it is sent": { at: "acknowledged" },
  "being sent, without an answer": { at: "got", answer: { told: "nothing", give: () => {} } },
  "taken, before that is kept": { at: "got" },
  "answered with an error, before that is kept": {
    at: "got",
    answer: { told: "refused", give: (response) => void response.writeHead(500).end() },
  },
  "turned down, before that is kept": {
    at: "got",
    answer: { told: "refused", give: (response) => void response.writeHead(400).end("invalid_payload") },
  },
};
const all = Object.values(seams);
const rounds = process.env.BOOKBELL_ROUNDS ? 100 : all.length;

const token = "k".repeat(43);
const nameOf = (round: number) => `Customer${String(round).padStart(4, "0")}x`;
const repeat = "May be a repeat";

test(`killed ${rounds} times while it sends, it loses no message, and doubles none unmarked`, async () => {
  test.setTimeout(120_000 + rounds * 30_000);
  const now = Date.now();
  const desktop = await startDesktop({ daemon: "none" });
  const takers = await startTakers();
  const profile = path.join(desktop.dir, "profile");
  await mkdir(profile);
  const { store, settings } = ruled(path.join(profile, "bookings.sqlite"), [
    { kind: "slack", address: takers.slack },
    { kind: "url", address: takers.url },
  ]);
  store.close();
  const kept = { port: 28_755, token, setup: "done", paused: true, ...settings };
  await writeFile(path.join(profile, "settings.json"), JSON.stringify(kept));
  const start = () => startVictim({ ...desktop.env, BOOKBELL_SLACK: takers.origin }, profile, ["--hidden"]);

  async function post(victim: Victim, round: number) {
    const start = new Date(now + (48 + round) * 3_600_000);
    const body = exampleAt(now, start, new Date(Number(start) + 3_600_000), {
      id: `sending-${round}`,
      customers: [{ name: nameOf(round), email: `${round}@example.net`, phone: "", timezone: "UTC" }],
    });
    const port = await victim.listening;
    expect(await postTo(`http://127.0.0.1:${port}${hookPath(token)}`, body)).toBe(204);
  }

  const about = (to: Got["to"], round: number) =>
    takers.got.filter((one) => one.told !== "refused" && one.to === to && one.body.includes(nameOf(round)));
  const isWhole = (round: number) =>
    (["slack", "url"] as const).every((to) => about(to, round).some(({ told }) => told === "taken"));
  const drained = (before: number) =>
    eventually(async () => Array.from({ length: before }, (_, round) => round).every(isWhole) || null);
  try {
    for (let round = 0; round < rounds; round++) {
      takers.answerWith();
      const victim = start();
      await victim.listening;
      await drained(round);
      const { answer, at } = all[round % all.length] ?? { at: "got" };
      takers.answerWith(answer);
      const got = takers.next();
      await post(victim, round);
      if (at === "got") await got;
      await victim.kill();
      expect(victim.faults).toEqual([]);
    }
    takers.answerWith();
    const last = start();
    await drained(rounds);
    await last.kill();
  } finally {
    await takers.stop();
    await desktop.stop();
  }
  for (let round = 0; round < rounds; round++) {
    const ids = new Set(about("url", round).map(({ id }) => id));
    expect(ids.size, `${nameOf(round)} has one id`).toBe(1);
    const unmarked = about("slack", round).filter(({ body }) => !body.includes(repeat));
    expect(unmarked.length, `${nameOf(round)} is told once, or marked`).toBeLessThanOrEqual(1);
  }
});
