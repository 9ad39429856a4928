import { counted } from "./counted.ts";

/** The words for what changed since the user last looked. */
export const news = {
  title: "What is new",
  open: (unseen: number) =>
    unseen === 0 ? "What is new" : `What is new: ${counted(unseen, "booking")} not looked at`,
  /** On the button, where there is room for two signs. */
  badge: (unseen: number) => (unseen > 9 ? "9+" : String(unseen)),
  isNew: "New",
  seeAll: "Mark all as seen",
  allSeen: "All seen",
  empty: { title: "Nothing new yet", text: "Whatever changes of your bookings is listed here." },
} as const;
