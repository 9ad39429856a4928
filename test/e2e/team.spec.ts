import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { aTeamsDay } from "../support/demo-team.ts";
import { startTeam } from "../support/team.ts";
import { todayAt, zoneOfMorning } from "../support/today.ts";

test("each of a team has each booking once, and who slept has what came meanwhile after waking", async () => {
  const now = Date.now();
  const folder = await mkdtemp(path.join(tmpdir(), "bookbell-team-"));
  const team = await startTeam(folder, ["Anna", "Ben", "Chloe"], {
    windowManager: true,
    env: { TZ: zoneOfMorning(now) },
  });
  try {
    const slot = (number: number) => [todayAt(`1${number}:00`, now), todayAt(`1${number}:45`, now)] as const;
    const { hads, hadAsleep } = await aTeamsDay(team, { slot, say() {}, pauseMs: 0 });
    expect(hadAsleep).toBe(1);
    expect(hads.map(({ seen }) => seen.length)).toEqual([3, 3, 3, 3, 3]);
  } finally {
    await team.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
