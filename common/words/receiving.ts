import type { View } from "../view.ts";

const words = {
  relay: ({ team }: { team: string }) => `Receiving through ${team}’s relay`,
  catchingUp: ({ left }: { left: string }) => `Catching up: ${left} to go`,
  host: ({ host }: { host: string }) => `Receiving through ${host}`,
  receiving: "Receiving",
};

/** What is said of the way in while bookings arrive. */
export function receivingText({
  tunnel,
  reach,
  relay: { catchingUp },
}: Pick<View, "tunnel" | "reach" | "relay">): string {
  if (catchingUp !== null) return words.catchingUp({ left: catchingUp.toLocaleString("en") });
  const { kind, relay } = tunnel;
  if (kind === "relay" && relay) return words.relay(relay);
  return reach.host ? words.host({ host: reach.host }) : words.receiving;
}
