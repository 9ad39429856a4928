import { mkdir } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { aTeamsDay } from "../support/demo-team.ts";
import { startTeam } from "../support/team.ts";
import { todayAt } from "../support/today.ts";
import { test } from "./test.ts";

test("each of a team has each booking once, and who slept has what came meanwhile after waking", async ({
  desktop,
  now,
}) => {
  const folder = path.join(desktop.dir, "team");
  await mkdir(folder);
  const team = await startTeam(desktop.env, folder, ["Anna", "Ben", "Chloe"]);
  try {
    const slot = (number: number) => [todayAt(`1${number}:00`, now), todayAt(`1${number}:45`, now)] as const;
    const { hads, hadAsleep } = await aTeamsDay(team, { slot, say() {}, pauseMs: 0 });
    expect(hadAsleep).toBe(1);
    expect(hads.map(({ seen }) => seen.length)).toEqual([3, 3, 3, 3, 3]);
  } finally {
    await team.stop();
  }
});
