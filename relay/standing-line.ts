import type { SeatStanding } from "./admin/standing.ts";

const day = (at: number) => new Date(at).toISOString().slice(0, 16).replace("T", " ");

/** A seat in one line, its times in UTC. */
export function standingLine(standing: SeatStanding): string {
  const { seat, projects, resource, until, seenAt, waiting, waitingSince } = standing;
  const parts = [
    seat,
    seenAt === null ? "never seen" : `seen ${day(seenAt)}`,
    waiting === null ? "NO PLACE: run apply" : `${waiting} waiting`,
    waitingSince !== null && `since ${day(waitingSince)}`,
    projects.length > 0 && `projects ${projects.join(",")}`,
    resource !== null && `resource ${resource}`,
    until !== null && `ends ${day(until)}`,
  ];
  return parts.filter(Boolean).join(" · ");
}
