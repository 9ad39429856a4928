import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { serverFiles } from "../files/server-files.ts";
import type { KeyFolder } from "./key-folder.ts";
import { Refused } from "./refused.ts";
import { newTeam, type TeamChoices } from "./team.ts";

export interface InitParts {
  readonly keys: KeyFolder;
  /** Where what goes to the server is written. */
  readonly serverFolder: string;
  /** The relay's own program, which goes there as well. */
  readonly program: string;
  readonly containers: boolean;
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
  mkdirSync(serverFolder, { recursive: true });
  for (const { name, text, isSecret } of await serverFiles(keys.team(), containers))
    writeFileSync(path.join(serverFolder, name), text, { mode: isSecret ? 0o600 : 0o644 });
  copyFileSync(program, path.join(serverFolder, "bookbell-relay.mjs"));
}
