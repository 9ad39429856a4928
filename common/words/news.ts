import type { Change } from "../change.ts";
import { counted } from "./counted.ts";
import { detailWords } from "./details.ts";
import { log } from "./log.ts";

/** "New seats" would be furniture. */
const detailNames = { ...detailWords, seats: "number of seats" };

/** The words for what changed since the user last looked. */
export const news = {
  title: "What is new",
  open: ({ unseen }: { unseen: number }) =>
    unseen === 0 ? "What is new" : `What is new: ${counted(unseen, "booking")} not looked at`,
  /** On the button, where there is room for two signs. */
  badge: ({ unseen }: { unseen: number }) => (unseen > 9 ? "9+" : String(unseen)),
  what: ({ kind, details = [] }: Change) =>
    kind === "details" && details.length > 0
      ? `New ${new Intl.ListFormat("en").format(details.map((detail) => detailNames[detail]))}`
      : log.changes[kind],
  isNew: "New:",
  seeAll: "Mark all as seen",
  allSeen: "All seen",
  empty: { title: "Nothing new yet", text: "Whatever changes of your bookings is listed here." },
} as const;
