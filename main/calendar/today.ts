import type { Agenda } from "../../common/agenda.ts";
import type { Resource } from "../../common/timekit.ts";
import { meetingIsOn } from "../bookings/in-meeting.ts";
import { coalesce } from "../lib/coalesce.ts";
import { lookAgainMs } from "../lib/look-again.ts";

/** What the schedule needs of the rest of Bookbell. */
export interface TodayParts {
  today(now: number, zone: string, resource: Resource | null): Promise<Agenda>;
  now(): number;
  /** Settles after so many milliseconds. */
  pause(ms: number): Promise<void>;
  zone(): string;
  /** Whose bookings are shown; null = everybody's. */
  resource(): Resource | null;
  onAgenda(agenda: Agenda, now: number): void;
  onFault(error: unknown): void;
}

/** A long day waits longer, so that reading, sending and drawing it stay a small part of the time, however long it is. */
const pauseAfter = ({ items, earlier }: Agenda) => lookAgainMs + (items.length + earlier) / 4;

export function createToday(parts: TodayParts) {
  let inMeeting = false;
  return {
    /** Reads today's agenda anew; to be called after every change and every minute. Never rejects. */
    refresh: coalesce(async () => {
      const now = parts.now();
      const agenda = await parts.today(now, parts.zone(), parts.resource());
      inMeeting = meetingIsOn(agenda);
      parts.onAgenda(agenda, now);
      await parts.pause(pauseAfter(agenda));
    }, parts.onFault),
    /** Whether a meeting was on when today was last read. */
    inMeeting: (): boolean => inMeeting,
  };
}
