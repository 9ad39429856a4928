import { patienceMs } from "./patience.ts";

/** Looks again and again until there is something: for what tells nobody when it comes. */
export async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
