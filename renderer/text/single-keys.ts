/** The keys that answer and join: the same in every language. */
export const [joinKey, confirmKey, declineKey, snoozeKey] = ["J", "C", "D", "S"] as const;
