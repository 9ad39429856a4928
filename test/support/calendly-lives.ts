import { calendlyBodyWith } from "./calendly-payloads.ts";

/** What can happen to an invitee, by Calendly's own states: nothing follows on an end. */
export type Step = "no-show" | "no-show-deleted" | "canceled-by-host" | "canceled-by-invitee" | "rescheduled";

/** One customer's way through one or more events: each reschedule leads to another. */
export interface Life {
  readonly who: string;
  readonly steps: readonly Step[];
  /** One of an event for several, which others book as well. */
  readonly group: boolean;
}

const api = "https://api.calendly.com";
const start = Date.parse("2026-12-01T09:00:00Z");
const timeOf = (second: number) => new Date(start + second * 1_000).toISOString().replace("Z", "000Z");

const names: Record<Told["step"], string> = {
  created: "invitee.created",
  "no-show": "invitee_no_show.created",
  "no-show-deleted": "invitee_no_show.deleted",
  "canceled-by-host": "invitee.canceled",
  "canceled-by-invitee": "invitee.canceled",
  rescheduled: "invitee.canceled",
};

/** One body, with the step that it tells. */
export interface Told {
  readonly body: Buffer;
  readonly step: Step | "created";
}

/** The bodies of a life in the order in which Calendly sends them, each some seconds after the one before. */
export function bodiesOf({ who, steps, group }: Life, secondsApart = 60): Told[] {
  const told: Told[] = [];
  let second = 0;
  let nth = 0;
  const uriOf = (n: number) =>
    `${api}/scheduled_events/${group ? `CLASS-${n}` : `E-${who}-${n}`}/invitees/${who}-${n}`;
  let invitee: Record<string, unknown> = {};

  function tell(step: Told["step"], changes: Record<string, unknown>) {
    invitee = { ...invitee, ...changes };
    const day = `2026-12-${String(8 + nth).padStart(2, "0")}`;
    const event = {
      uri: uriOf(nth).split("/invitees/")[0],
      status: !group && invitee.status === "canceled" ? "canceled" : "active",
      start_time: `${day}T13:00:00.000000Z`,
      end_time: `${day}T13:30:00.000000Z`,
      updated_at: timeOf(second),
      invitees_counter: { total: second, active: second, limit: group ? 10 : 1 },
    };
    const envelope = { event: names[step], created_at: timeOf(second) };
    told.push({ body: calendlyBodyWith("invitee.created", { envelope, invitee, event }), step });
  }

  function create(old_invitee: string | null) {
    const at = timeOf(second);
    invitee = {};
    tell("created", {
      uri: uriOf(nth),
      email: `${who}@example.net`,
      name: who,
      created_at: at,
      updated_at: at,
      old_invitee,
    });
  }

  create(null);
  for (const step of steps) {
    second += secondsApart;
    const at = timeOf(second);
    if (step === "no-show") tell(step, { no_show: { uri: `${api}/invitee_no_shows/N`, created_at: at } });
    else if (step === "no-show-deleted") tell(step, { no_show: null });
    else {
      const cancellation = {
        canceled_by: who,
        reason: "Other plans",
        canceler_type: step === "canceled-by-host" ? "host" : "invitee",
        created_at: at,
      };
      const end = { status: "canceled", updated_at: at, cancellation };
      if (step !== "rescheduled") {
        tell(step, end);
        break;
      }
      const old = uriOf(nth);
      tell(step, { ...end, rescheduled: true, new_invitee: uriOf(nth + 1) });
      nth += 1;
      create(old);
    }
  }
  return told;
}
