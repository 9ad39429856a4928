import type { Change } from "../change.ts";
import type { PageMessages } from "./messages.ts";
import type { createSharedWords } from "./shared.ts";

type Shared = Pick<ReturnType<typeof createSharedWords>, "capital" | "details">;

/** The words for all that is known of one booking. */
export const createBooking = ({ booking }: Pick<PageMessages, "booking">, { capital, details }: Shared) => ({
  ...booking,
  snoozes: ({ choice }: { choice: number | "start" }) =>
    choice === "start" ? booking.snoozeToStart : booking.snoozeFor({ minutes: choice }),
  happened(change: Change): string {
    const changed = details.changedBy(change);
    return changed === null ? booking.happened[change.kind] : capital(changed);
  },
});
