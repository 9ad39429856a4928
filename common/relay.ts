/** What is known of the team's relay beside what its invitation says. */
export interface RelayView {
  /** So many wait there still, after an absence; null while they do not. */
  readonly catchingUp: number | null;
  /** Its clock was found to be ahead. */
  readonly clockAhead: boolean;
  /** In how many days the access ends; null while that is not soon. */
  readonly endsInDays: number | null;
}

/** Before anything is known of it. */
export const unknownRelay: RelayView = { catchingUp: null, clockAhead: false, endsInDays: null };

const day = 86_400_000;
const soon = 7 * day;

/** In how many days an access ends that ends `until` then, as whoever runs the relay needs some to invite anew. */
export function endsInDays(until: number | null, now: number): number | null {
  if (until === null || until <= now || until - now > soon) return null;
  return Math.ceil((until - now) / day);
}
