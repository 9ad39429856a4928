// What Bookbell puts on requests of its own to its team's relay.

/** Names the laptop that sent it, to which alone the relay hands it on. */
export const seatHeader = "x-bookbell-seat";
/** A nonce, on a question that the relay hands on as it came, so that the laptop sees that it comes through. */
export const relayProbeHeader = "x-bookbell-probe";
