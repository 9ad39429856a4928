import { watch } from "node:fs";
import type { World } from "./world.ts";

/** Settles at one of the first `most` times that a file of that name is made, written, renamed or removed. */
export function written(
  { profile, random }: Pick<World, "profile" | "random">,
  name: RegExp,
  most: number,
): Promise<void> {
  return new Promise((resolve) => {
    let left = 1 + random.below(most);
    const watcher = watch(profile, { persistent: false }, (_, file) => {
      if (!name.test(file ?? "")) return;
      left -= 1;
      if (left > 0) return;
      watcher.close();
      resolve();
    });
  });
}
