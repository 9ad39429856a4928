const hour = 3_600_000;

/** A fixed zone, such as Etc/GMT-3, in which it is now between nine and ten in the morning: tests know their day. */
export function zoneOfMorning(now: number): string {
  const ahead = 9 - new Date(now).getUTCHours();
  const offset = ahead < -12 ? ahead + 24 : ahead;
  // POSIX counts the other way round: Etc/GMT-3 is three hours ahead of UTC.
  return offset === 0 ? "Etc/UTC" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
}

/** An hour of this computer's today, from the next full hour on or `later` hours after that, or its last. */
export function soon(now: number, later = 0): [start: Date, end: Date] {
  const midnight = new Date(now).setHours(24, 0, 0, 0);
  const start = Math.min(now - (now % hour) + (1 + later) * hour, midnight - hour);
  return [new Date(start), new Date(start + hour)];
}

/** Today at "15:00" on that zone's clock; "+1 15:00" is tomorrow's. */
export function todayAt(clock: string, now: number): Date {
  const [, days = "0", hours, minutes] = /^(?:([+-]\d+) )?(\d\d):(\d\d)$/.exec(clock) ?? [];
  const nineOClock = now - (now % hour);
  return new Date(nineOClock + (Number(days) * 24 + Number(hours) - 9) * hour + Number(minutes) * 60_000);
}
