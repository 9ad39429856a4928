import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { storeWorker, temporaryFolder } from "../support/files.ts";
import { chosenSeed, randomFrom } from "../support/random.ts";
import type { Found } from "./keeper.ts";

const beside = (name: string) => path.join(import.meta.dirname, name);
/** How a program gets which library. */
const libraries = { "built-in": [], package: ["--require", beside("hide-built-in.cjs")] };
type Library = keyof typeof libraries;

/** Has a program of that library look into the file and keep bookings there, and kills it -9 at so many. */
async function killedAfter(kept: number, library: Library, file: string, prefix: string) {
  const args = [...libraries[library], beside("keeper.ts"), storeWorker, file, prefix];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "exit");
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout }))
    if (lines.push(line) === kept + 1) child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  const [found = "", ...acknowledged] = lines;
  return { found: JSON.parse(found) as Found, acknowledged };
}

test("what one library acknowledged before it was killed, the other finds, and goes on", async () => {
  const file = path.join(temporaryFolder(), "bookings.sqlite");
  const seed = chosenSeed();
  const random = randomFrom(seed);
  const acknowledged: string[] = [];
  const turns: Library[] = ["built-in", "package", "built-in", "package", "built-in", "package", "built-in"];
  for (const [turn, library] of turns.entries()) {
    const again = `turn ${turn}, BOOKBELL_SEED=${seed}`;
    const { found, acknowledged: more } = await killedAfter(random.below(40), library, file, `turn-${turn}`);
    expect(found, again).toMatchObject({ library, integrity: "ok", owed: found.ids.length });
    expect(
      acknowledged.filter((id) => !found.ids.includes(id)),
      again,
    ).toEqual([]);
    acknowledged.push(...more);
  }
  expect(acknowledged.length).toBeGreaterThan(0);
});
