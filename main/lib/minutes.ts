const minute = 60_000;

/** Calls `tick` at the turn of each minute of the wall clock, also after the clock was set or the computer slept. */
export function everyMinute(now: () => number, tick: () => void): () => void {
  let timer: NodeJS.Timeout;
  const arm = () => {
    timer = setTimeout(
      () => {
        arm();
        tick();
      },
      minute - (now() % minute),
    );
  };
  arm();
  return () => clearTimeout(timer);
}

/** Calls `tick` now and every hour that the computer is awake. */
export function everyHour(tick: () => void): () => void {
  const timer = setInterval(tick, 60 * minute);
  tick();
  return () => clearInterval(timer);
}

/** Calls `job` at every `count`th call, so that what is called every minute does something more seldom. */
export function everyNth(count: number, job: () => unknown): () => void {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls % count === 0) void job();
  };
}
