import { statfsSync } from "node:fs";
import path from "node:path";
import type { DatabaseSyncInstance as Database } from "@photostructure/sqlite";
import { isPosted } from "../../../common/delivery.ts";
import type { Delivery } from "../../bookings/delivery.ts";
import type { Measured } from "../../bookings/room-rule.ts";
import { fileOf } from "../engine/driver.ts";

/** Measures the room that the database takes and has. */
export function createRoomMeter(database: Database) {
  const used = database.prepare(
    `SELECT (page_count - freelist_count) * page_size AS bytes
       FROM pragma_page_count, pragma_freelist_count, pragma_page_size`,
  );
  const bytes = () => (used.get() as { bytes: number }).bytes;
  let grown = 0;

  return {
    /** Notes by how much the file grows while these are kept, if webhooks brought them. */
    growing<T>(deliveries: readonly Delivery[], keep: () => T): T {
      if (!deliveries.some(({ via }) => isPosted(via))) return keep();
      const before = bytes();
      const kept = keep();
      grown += bytes() - before;
      return kept;
    },
    /** What was found since it was last called. */
    room(): Measured {
      const measured = { grown, disk: diskOf(fileOf(database)) };
      grown = 0;
      return measured;
    },
  };
}

/** Null where the system does not say, as some that are mounted over a network do not. */
function diskOf(file: string): Measured["disk"] {
  try {
    const { bavail, blocks, bsize } = statfsSync(path.dirname(file));
    return blocks > 0 ? { free: bavail * bsize, size: blocks * bsize } : null;
  } catch {
    return null;
  }
}
