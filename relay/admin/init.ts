import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ServerFile, serverFiles, tokenFile } from "../files/server-files.ts";
import type { KeyFolder } from "./key-folder.ts";
import { Refused } from "./refused.ts";
import { newTeam, type TeamChoices, withNewToken } from "./team.ts";

export interface InitParts {
  readonly keys: KeyFolder;
  /** Where what goes to the server is written; of several each has a folder in it. */
  readonly serverFolder: string;
  /** The relay's own program, which goes there as well. */
  readonly program: string;
  readonly containers: boolean;
}

export interface RenewParts extends Pick<InitParts, "keys" | "serverFolder"> {
  now(): number;
}

/**
 * Makes a team's keys, and all that its server needs; without choices only the latter, anew, from the keys that there are.
 * @throws Refused where that would be another team in the place of one, or of none.
 */
export async function init(choices: TeamChoices | null, parts: InitParts): Promise<void> {
  const { keys, serverFolder, program, containers } = parts;
  if (choices && !keys.isEmpty()) throw new Refused(`${keys.folder} has a team's keys already.`);
  if (!choices && keys.isEmpty()) throw new Refused("A new team needs --host and --team.");
  if (choices) keys.writeTeam(newTeam(choices));
  for (const { host, files } of await serverFiles(keys.team(), containers)) {
    const folder = path.join(serverFolder, host ?? "");
    for (const file of files) write(file, folder);
    copyFileSync(program, path.join(folder, "bookbell-relay.mjs"));
  }
}

/**
 * Gives the team a new address, beside which the one before counts for a day, and writes what the server needs for it.
 * @returns until when the old one counts, epoch milliseconds
 */
export function renewToken({ keys, serverFolder, now }: RenewParts): number {
  const team = withNewToken(keys.team(), now());
  keys.writeTeam(team);
  for (const host of team.nodes.length > 0 ? team.nodes : [""])
    write(tokenFile(team), path.join(serverFolder, host));
  return team.ending.until;
}

function write({ name, text, isSecret }: ServerFile, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), text, { mode: isSecret ? 0o600 : 0o644 });
}
