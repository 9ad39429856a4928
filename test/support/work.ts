/**
 * The least processor time that this process needs for it, of some tries, in milliseconds and at least one: what
 * else the machine does meanwhile is not counted, as it would be by a clock.
 */
export async function leastWork(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let tries = 0; tries < 5; tries++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
  }
  return Math.max(1, Math.min(...times));
}
