import type { ActivityLine } from "../../../common/activity.ts";
import type { Booking } from "../../../common/booking.ts";
import type { DeliveryDetail } from "../../../common/delivery.ts";
import type { OutgoingLine } from "../../../common/destination-view.ts";
import type { Message } from "../../../common/destinations.ts";
import type { BookingDetail } from "../../../common/found.ts";
import type { AskName } from "../../../common/ipc.ts";
import type { Problem } from "../../../common/problems.ts";
import type { View } from "../../../common/view.ts";

/** What the mocked main has when the page opens. */
export interface Opening {
  readonly view: View;
  /** An ask that is answered only when the test says so. */
  readonly slow: AskName | null;
  readonly refused: { readonly name: AskName; readonly problem: Problem } | null;
  /** Newest first. */
  readonly deliveries: readonly DeliveryDetail[];
  /** Newest first. */
  readonly activity: readonly ActivityLine[];
  /** Those that can be found and opened, each with this history and this clash. */
  readonly bookings: readonly Booking[];
  /** The host that Join leads to, by the booking's id. */
  readonly joins: Readonly<Record<string, string | null>>;
  readonly history: BookingDetail["history"];
  readonly clash: BookingDetail["clash"];
  /** See Answers. */
  readonly happened: readonly Message[];
  readonly messages: readonly OutgoingLine[];
}
