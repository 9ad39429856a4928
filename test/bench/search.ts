import type { Wanted } from "../../common/found.ts";
import { openStore } from "../../main/store/thread/client.ts";
import { storeWorker } from "./rivals.ts";

/** As people type: whole names, their beginnings, what every booking has, what none has, and single letters. */
const texts = [
  "sam",
  "sam 1a",
  "example.net",
  "net",
  "exa",
  "zebra",
  "sam net exam",
  "s",
  "sa",
  "4f2",
  "a1b",
];

/** How long one search takes, through the store's thread, in milliseconds each. */
export async function searches(file: string, rounds: number): Promise<readonly number[]> {
  const store = await openStore(storeWorker, file, (error) => {
    throw error;
  });
  const times: number[] = [];
  const filters: readonly Omit<Wanted, "text">[] = [
    { state: "all", time: "all" },
    { state: "confirmed", time: "upcoming" },
    { state: "cancelled", time: "past" },
  ];
  let hits = 0;
  for (let i = 0; i < rounds; i++) {
    for (const text of texts) {
      const asked = performance.now();
      const { bookings } = await store.bookings.search(
        { text, ...filters[i % filters.length] } as Wanted,
        Date.now(),
      );
      times.push(performance.now() - asked);
      hits += bookings.length;
    }
  }
  await store.close();
  if (hits === 0) throw new Error("A search that finds nothing tells nothing.");
  return times;
}
