/** More deliveries wait for the disk than may. */
export class StoreBusy extends Error {}

/** How much may wait: numbers against a stalled disk, bytes against large bodies. */
const mostWaiting = { count: 2_000, bytes: 64 * 1024 * 1024 };
/** Few enough that their answers, and the requests that follow on them, do not fill one turn of the event loop. */
const mostTogether = 8;

/**
 * Group commit: what arrives while one commit is under way shares the next, so nobody waits for company.
 * Rejects with StoreBusy when too many wait already.
 */
export function groupCommit<Item, Result>(
  commit: (items: Item[]) => Promise<Result[]>,
  bytesOf: (item: Item) => number,
) {
  let bytes = 0;
  const waiting: { item: Item; resolve: (result: Result) => void; reject: (error: Error) => void }[] = [];
  let busy = false;

  async function run() {
    busy = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0, mostTogether);
      for (const { item } of group) bytes -= bytesOf(item);
      try {
        const results = await commit(group.map(({ item }) => item));
        for (const [i, { resolve }] of group.entries()) resolve(results[i] as Result);
      } catch (error) {
        for (const { reject } of group) reject(error as Error);
      }
    }
    busy = false;
  }

  return (item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= mostWaiting.count || bytes >= mostWaiting.bytes)
        return reject(new StoreBusy("Too many deliveries wait for the disk."));
      waiting.push({ item, resolve, reject });
      bytes += bytesOf(item);
      if (!busy) void run();
    });
}
