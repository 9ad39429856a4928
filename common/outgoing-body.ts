import type { Dates } from "./booking.ts";
import type { DetailLevel, Message } from "./destinations.ts";
import type { AlertKind } from "./policy.ts";
import type { Status } from "./status.ts";

interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
}

/** The parts of a rich text that are used: neither can ping, link, or format what is in it. */
export type Element =
  | { readonly type: "text"; readonly text: string; readonly style?: Style }
  | {
      readonly type: "date";
      /** Seconds. */
      readonly timestamp: number;
      readonly format: string;
      readonly fallback: string;
      readonly style?: Style;
    };

export interface RichText {
  readonly type: "rich_text";
  readonly elements: readonly [{ readonly type: "rich_text_section"; readonly elements: readonly Element[] }];
}

/** What is posted to an incoming webhook of Slack's. */
export interface SlackBody {
  /** In notifications, and where blocks are not shown. */
  readonly text: string;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
  readonly blocks?: readonly [RichText];
}

/** The variables that a workflow has to declare, all of them texts; they are all sent, empty where nothing is to be said. */
export const workflowVariables = [
  "event",
  "when",
  "when_before",
  "project",
  "host",
  "customer",
  "text",
] as const;
export type WorkflowBody = Readonly<Record<(typeof workflowVariables)[number], string>>;

/** Flat, as whoever maps fields by hand needs it: a list has what is in it as one text beside it. */
export interface WebhookData {
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
  readonly changed: Message["changed"];
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
  readonly data: WebhookData;
}

/** A message as its destination gets it. */
export type Posted =
  | { readonly kind: "slack"; readonly body: SlackBody }
  | { readonly kind: "workflow"; readonly body: WorkflowBody }
  | { readonly kind: "url"; readonly body: WebhookBody };
