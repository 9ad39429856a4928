import type { Booking } from "../../common/booking.ts";
import type { Change } from "../../common/change.ts";
import type { Happened, Rule } from "../../common/destinations.ts";
import type { KeptDestination } from "../../main/destinations/catalogue.ts";
import { aBooking, at } from "./bookings.ts";

/** A booking that tells all that one can. */
const fullBooking = (changes: Partial<Booking> = {}): Booking =>
  aBooking({
    comment: "I may be late",
    answers: [{ field: "Company", text: "Hill Valley Clocks" }],
    customer: {
      name: "Marty McFly",
      email: "marty@example.net",
      phone: "+44 20 7946 0000",
      timeZone: "Europe/London",
    },
    others: [{ name: "Jennifer Parker", email: "jen@example.net", phone: "", timeZone: "" }],
    host: { id: "host-1", name: "Doc Brown", timeZone: "Europe/London" },
    project: { id: "project-1", name: "Sales Demo" },
    seats: { taken: 1, max: 4 },
    ...changes,
  });

/** That it is new, an hour before it begins. */
export const happened = (
  change: Partial<Change> = {},
  booking: Partial<Booking> = {},
  changedAt: number | null = now,
): Happened => ({
  change: { kind: "new", from: null, to: null, ...change },
  booking: fullBooking(booking),
  changedAt,
});

export const now = at("2026-11-23T14:00Z");

/** The example of the help article: new bookings of "Sales Demo", to Slack. */
export const aRule = (changes: Partial<Rule> = {}): Rule => ({
  id: "rule-1",
  on: true,
  kinds: ["new"],
  projects: [{ id: "project-1", name: "Sales Demo" }],
  hosts: null,
  destination: "slack-1",
  detail: "time",
  since: at("2026-11-01T00:00Z"),
  ...changes,
});

/** A destination as it is kept, working, of whoever's address. */
export const aDestination = (id: string, more: Partial<KeptDestination> = {}): KeptDestination => ({
  id,
  kind: "slack",
  label: id,
  host: "hooks.slack.com",
  lastFour: "q3Xy",
  isOpen: false,
  standing: { state: "working" },
  waiting: 0,
  givenUp: 0,
  ...more,
});

/** What others may write, to ping a channel, dress a link, turn the reading order, or fill a page. */
export const hostileTexts: readonly string[] = [
  "<!channel>",
  "<!here> <@U012AB3CD>",
  "<https://evil.example|your invoice>",
  "&lt;!channel&gt;",
  "*bold* _italic_ ~gone~ `code` > quote",
  "https://evil.example/x?y=z evil.example",
  "<!date^1392734382^{date}^https://evil.example|now>",
  "\u202egnp.exe\u2066 \u200b\u2028\u0000\u0007\r\n",
  "\ud800 half \udc00",
  "é".repeat(5_000),
  "😀".repeat(5_000),
  `a${"\u0301".repeat(5_000)}`,
  '"}],"blocks":[',
  "__proto__",
  "",
];
