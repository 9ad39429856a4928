/** What the senders know; fixed, so that requests can be made before a receiver runs. */
export const token = "b".repeat(43);
export const signingSecret = "bench-webhook-secret";
