import type { Message, Moment } from "../../common/destinations.ts";
import type { WebhookBody, WebhookData } from "../../common/outgoing-body.ts";
import { foreign } from "./foreign-text.ts";

// The whole stays below the 20 kB that Standard Webhooks advise, also where each character takes four bytes.
const longest = 150;
const longestComment = 400;
const longestField = 40;
const longestAnswer = 150;
const longestAnswers = 600;
const mostAnswers = 10;

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

const datesOf = (time: Moment | null): Pick<WebhookData, "start" | "end" | "allDay"> => ({
  start: time && iso(time.start),
  end: time && iso(time.end),
  allDay: time?.allDay || null,
});

function previousOf(time: Moment | null): Pick<WebhookData, `previous${"Start" | "End" | "AllDay"}`> {
  const { start, end, allDay } = datesOf(time);
  return { previousStart: start, previousEnd: end, previousAllDay: allDay };
}

function namesOf({ names }: Message): Partial<WebhookData> {
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

function restOf({ rest }: Message): Partial<WebhookData> {
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
