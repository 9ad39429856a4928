/** What fills the screen when a booking begins. */
export interface FullScreen {
  readonly bookingId: string;
  /** "15:20–15:50" */
  readonly time: string;
  /** Epoch milliseconds; until the end it stays. */
  readonly start: number;
  readonly end: number;
  readonly who: string;
  /** Empty where it says no more than `who`. */
  readonly subject: string;
  readonly where: string;
  /** Its button; null = there is no way in. */
  readonly join: string | null;
}

/** What can be done there; each takes it off the screen. */
export const fullScreenActs = ["join", "snooze", "close"] as const;
export type FullScreenAct = (typeof fullScreenActs)[number];
