import { onTestFinished } from "vitest";
import { type Hole, startHole } from "./tcp-hole.ts";

/** One that is there until the test ends. */
export async function aHole(port: number): Promise<Hole> {
  const hole = await startHole(port);
  onTestFinished(hole.stop);
  return hole;
}
