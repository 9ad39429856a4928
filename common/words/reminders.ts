import { listed } from "./listed.ts";

const minutes = (count: number) => (count === 60 ? "1 h" : `${count} min`);
const before = (count: number) => (count === 60 ? "1 h before" : `${count} min before`);

/** The words for reminders of bookings. */
export const reminders = {
  /** Of the section that has the quiet hours, too. */
  title: "Reminders & quiet hours",
  leads: "Before a booking",
  help: "Pick any. A reminder has buttons to join and to snooze.",
  lead: ({ minutes: count }: { minutes: number }) => (count === 0 ? "At start" : minutes(count)),
  notJoined: "Remind me if I haven’t joined",
  notJoinedHelp: "Two minutes after the start, if the meeting’s link wasn’t opened.",
  /** In a line. */
  value: ({ leads, quietFrom }: { leads: readonly number[]; quietFrom: string | null }) => {
    const named = leads.map((count) => (count === 0 ? "at start" : before(count)));
    const when = named.length === 0 ? "No reminders" : listed(named);
    const quiet = quietFrom === null ? "no quiet hours" : `quiet from ${quietFrom}`;
    return `${when.charAt(0).toUpperCase()}${when.slice(1)} · ${quiet}`;
  },
} as const;
