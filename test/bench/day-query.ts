import { openStore } from "../../main/store/thread/client.ts";
import { storeWorker } from "./rivals.ts";

const day = 86_400_000;

/** How long a day of the last hundred takes to be read, through the store's thread, in milliseconds each. */
export async function dayQueries(file: string, days: number): Promise<readonly number[]> {
  const store = await openStore(storeWorker, file, (error) => {
    throw error;
  });
  const times: number[] = [];
  for (let i = 0; i < days; i++) {
    const start = Date.now() - Math.random() * 100 * day;
    const asked = performance.now();
    const found = await store.schedule.between(start, start + day);
    times.push(performance.now() - asked);
    if (found.length === 0) throw new Error("A day without bookings tells nothing.");
  }
  await store.close();
  return times;
}
