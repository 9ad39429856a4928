import type { Delivery } from "../../bookings/delivery.ts";
import { allRoom, type RoomLimits, refusalOf, roomAfter } from "../../bookings/room-rule.ts";
import type { StoreCalls, StoreError } from "./client.ts";

/** What watching the room needs of the rest of Bookbell. */
export interface RoomWatchParts {
  readonly limits: RoomLimits;
  /** A clock that nobody can set, in milliseconds from some start. */
  elapsed(): number;
}

/** The room is looked at anew after so many bytes, with as many for what is kept beside a body. */
const lookEvery = { bytes: 1024 * 1024, beside: 4 * 1024 };

const sentences = {
  LOW: "The disk is almost full.",
  FLOOD: "Too much was posted of late.",
};

/** Keeps out what there is no room for, without asking the disk for each delivery. */
export function createRoomWatch({ limits, elapsed }: RoomWatchParts) {
  let room = allRoom(elapsed());
  let sinceLook = 0;

  function refuse(via: Delivery["via"]): void {
    const code = refusalOf(room, via);
    if (code) throw Object.assign(new Error(sentences[code]), { code }) satisfies StoreError;
  }

  return {
    /** Whether it is time to look again. @throws StoreError LOW or FLOOD when there is no room for it. */
    admit({ via, body }: Delivery): boolean {
      refuse(via);
      sinceLook += body.byteLength + lookEvery.beside;
      return sinceLook >= lookEvery.bytes;
    },
    /** Finds out how much room there is now. @throws StoreError LOW or FLOOD when there is none for a webhook. */
    async look(store: StoreCalls<{ file: "room" }>): Promise<void> {
      sinceLook = 0;
      const measured = await store.file.room();
      room = roomAfter(room, measured, elapsed(), limits);
      refuse("webhook");
    },
  };
}
