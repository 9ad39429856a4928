import { isPosted, type Via } from "../../common/delivery.ts";

/** What was found of the bookings file and the disk that it is on, in bytes. */
export interface Measured {
  /** By how much webhooks made the file grow since it was last asked; negative when more was let go. */
  readonly grown: number;
  /** What Bookbell may still write on the disk, of all that the disk has; null where the system does not say. */
  readonly disk: { readonly free: number; readonly size: number } | null;
}

/** How much room the bookings may take, and must leave; bytes. */
export interface RoomLimits {
  /** So much may come in one go, and as much again in each hour: in no hour more than twice of it. */
  readonly posted: number;
  /** What must be free on the disk. */
  readonly free: number;
}

/** A booking takes 3 to 10 KB, so that more than ten thousand an hour are far within; and more than SQLite's own files need. */
export const roomLimits: RoomLimits = { posted: 128 * 1024 * 1024, free: 200 * 1024 * 1024 };

/** Whether there is room for what webhooks bring. */
export interface Room {
  /** What came of late: it is forgotten at the pace of the limit. */
  readonly posted: number;
  /** When that was reckoned, in milliseconds of a clock that nobody can set. */
  readonly at: number;
  readonly flooded: boolean;
  readonly low: boolean;
}

export const allRoom = (at: number): Room => ({ posted: 0, at, flooded: false, low: false });

const hour = 3_600_000;
/** A small disk need not leave more than this part of it. */
const partOfDisk = 1 / 20;
/** Goes on only when there is clearly room again, lest it stop and go at every booking. */
const clearly = { posted: 15 / 16, free: 5 / 4 };

/** What one more look makes of it. */
export function roomAfter(before: Room, { grown, disk }: Measured, at: number, limits: RoomLimits): Room {
  const forgotten = (Math.max(0, at - before.at) / hour) * limits.posted;
  const posted = Math.max(0, Math.max(0, before.posted - forgotten) + grown);
  const flooded = posted > limits.posted * (before.flooded ? clearly.posted : 1);
  if (!disk) return { posted, at, flooded, low: false };
  const floor = Math.min(limits.free, disk.size * partOfDisk);
  return { posted, at, flooded, low: disk.free < floor * (before.low ? clearly.free : 1) };
}

/** Why a delivery cannot be kept now: LOW = the disk is almost full, FLOOD = too much was posted; null = it can. */
export function refusalOf({ low, flooded }: Room, via: Via): "LOW" | "FLOOD" | null {
  if (low) return "LOW";
  // What Bookbell asked for, or the user takes in again, is no flood.
  return flooded && isPosted(via) ? "FLOOD" : null;
}
