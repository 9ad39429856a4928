import type { createExports } from "../exports/exports.ts";
import type { Handlers } from "./handlers.ts";

/** What happens when the page asks to have what is kept written to a file. */
export const createExportsHandlers = (
  exports: Pick<ReturnType<typeof createExports>, "bookings" | "diagnostics">,
): Handlers["exports"] => ({
  bookings: (kind) => exports.bookings(kind),
  diagnostics: () => exports.diagnostics(),
});
