import type { Dates } from "../../common/booking.ts";
import type { Detail } from "../../common/change.ts";
import type { DetailLevel, Message, Moment } from "../../common/destinations.ts";
import type { AlertKind } from "../../common/policy.ts";
import type { Status } from "../../common/status.ts";
import { foreign } from "./foreign-text.ts";

// The whole stays below the 20 kB that Standard Webhooks advise, also where each character takes four bytes.
const longest = 150;
const longestComment = 400;
const longestField = 40;
const longestAnswer = 150;
const longestAnswers = 600;
const mostAnswers = 10;

/** Flat, as whoever maps fields by hand needs it: a list has what is in it as one text beside it. */
interface Data {
  /** The change, as in the type, of a test, too. */
  readonly kind: AlertKind;
  readonly detail: DetailLevel;
  readonly test: boolean;
  readonly bookingId: string;
  readonly previousBookingId: string | null;
  readonly status: Status | null;
  readonly by: Message["by"];
  readonly start: string | null;
  readonly end: string | null;
  readonly allDay: Dates | null;
  readonly previousStart: string | null;
  readonly previousEnd: string | null;
  readonly previousAllDay: Dates | null;
  readonly projectId: string;
  readonly project: string;
  readonly changed: readonly Detail[];
  /** From here on: from `names` on. */
  readonly hostId?: string;
  readonly host?: string;
  readonly hostTimeZone?: string;
  readonly customer?: string;
  readonly otherCustomers?: string;
  /** From here on: with `everything` only. */
  readonly customerEmail?: string;
  readonly customerPhone?: string;
  readonly customerTimeZone?: string;
  readonly subject?: string;
  readonly place?: string;
  readonly comment?: string;
  readonly seatsTaken?: number | null;
  readonly seatsMax?: number | null;
  readonly answers?: readonly { readonly field: string; readonly text: string }[];
  readonly answersText?: string;
}

/** What is posted to any address: the body of Standard Webhooks, as docs/webhook.schema.json has it. */
export interface WebhookBody {
  readonly type: `booking.${AlertKind | "test"}`;
  readonly timestamp: string;
  readonly data: Data;
}

export function webhookBody(message: Message): WebhookBody {
  const { at, test, kind, detail, bookingId, previousId, status, by, time, previous, project } = message;
  return {
    type: `booking.${test ? "test" : kind}`,
    timestamp: iso(at),
    data: {
      kind,
      detail,
      test,
      bookingId: foreign(bookingId, longest),
      previousBookingId: previousId && foreign(previousId, longest),
      status,
      by,
      ...datesOf(time),
      ...previousOf(previous),
      projectId: foreign(project?.id ?? "", longest),
      project: foreign(project?.name ?? "", longest),
      changed: message.changed,
      ...namesOf(message),
      ...restOf(message),
    },
  };
}

const iso = (at: number) => new Date(at).toISOString();

const datesOf = (time: Moment | null): Pick<Data, "start" | "end" | "allDay"> => ({
  start: time && iso(time.start),
  end: time && iso(time.end),
  allDay: time?.allDay || null,
});

function previousOf(time: Moment | null): Pick<Data, `previous${"Start" | "End" | "AllDay"}`> {
  const { start, end, allDay } = datesOf(time);
  return { previousStart: start, previousEnd: end, previousAllDay: allDay };
}

function namesOf({ names }: Message): Partial<Data> {
  if (!names) return {};
  const { customer, others, host } = names;
  return {
    hostId: foreign(host?.id ?? "", longest),
    host: foreign(host?.name ?? "", longest),
    hostTimeZone: foreign(host?.timeZone ?? "", longestField),
    customer: foreign(customer, longest),
    otherCustomers: foreign(others.join(", "), longest),
  };
}

function restOf({ rest }: Message): Partial<Data> {
  if (!rest) return {};
  const answers = rest.answers.slice(0, mostAnswers).map(({ field, text }) => ({
    field: foreign(field, longestField),
    text: foreign(text, longestAnswer),
  }));
  return {
    customerEmail: foreign(rest.email, longest),
    customerPhone: foreign(rest.phone, longest),
    customerTimeZone: foreign(rest.timeZone, longestField),
    subject: foreign(rest.subject, longest),
    place: foreign(rest.place, longest),
    comment: foreign(rest.comment, longestComment),
    seatsTaken: rest.seats?.taken ?? null,
    seatsMax: rest.seats?.max ?? null,
    answers,
    answersText: foreign(answers.map(({ field, text }) => `${field}: ${text}`).join(" · "), longestAnswers),
  };
}
