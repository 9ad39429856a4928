import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Settings } from "../../main/settings/schema.ts";
import type { Env } from "../support/desktop/child.ts";
import { signingSecret, token } from "./secrets.ts";
import { copyDurably } from "./seed.ts";

/** The profile of a user who has set a signing secret and has these bookings; it goes with its desktop. */
export async function profileWith(env: Env, seeded: string, others: Partial<Settings> = {}): Promise<string> {
  const profile = await mkdtemp(path.join(env.TMPDIR ?? tmpdir(), "profile-"));
  await copyDurably(seeded, path.join(profile, "bookings.sqlite"));
  const settings: Partial<Settings> = {
    token,
    setup: "done",
    // Else most of what was seeded would be let go while something is measured.
    keepBookingsDays: 0,
    keepDeliveriesDays: 0,
    secrets: { signing: { kept: "plain", data: signingSecret } },
    ...others,
  };
  await writeFile(path.join(profile, "settings.json"), JSON.stringify(settings));
  return profile;
}

/** Puts more into the settings file of a profile. */
export async function addSettings(profile: string, more: Partial<Settings>) {
  const file = path.join(profile, "settings.json");
  const before = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...before, ...more }));
}
