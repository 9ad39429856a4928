/** What has been answered since the relay runs, as Prometheus reads it: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function createCounters(isUp: () => boolean) {
  const answers = new Map<number, number>();
  let bytes = 0;
  let waiting = 0;
  return {
    answered(status: number): void {
      answers.set(status, (answers.get(status) ?? 0) + 1);
    },
    /** So many bytes of a body are in the stream. */
    kept(size: number): void {
      bytes += size;
    },
    /** Counts what waits for the server's word, until it has it. */
    async during<T>(work: Promise<T>): Promise<T> {
      waiting += 1;
      try {
        return await work;
      } finally {
        waiting -= 1;
      }
    },
    text(): string {
      const lines = [
        "# TYPE bookbell_relay_answers_total counter",
        ...[...answers]
          .sort(([a], [b]) => a - b)
          .map(([status, count]) => `bookbell_relay_answers_total{status="${status}"} ${count}`),
        "# TYPE bookbell_relay_kept_bytes_total counter",
        `bookbell_relay_kept_bytes_total ${bytes}`,
        "# TYPE bookbell_relay_waiting gauge",
        `bookbell_relay_waiting ${waiting}`,
        "# TYPE bookbell_relay_up gauge",
        `bookbell_relay_up ${isUp() ? 1 : 0}`,
      ];
      return `${lines.join("\n")}\n`;
    },
  };
}
