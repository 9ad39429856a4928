import { relayJwt, seatJwt, teamJwt } from "./accounts.ts";
import { liveSeats, type SeatParts } from "./seats.ts";
import { ensureDurable, ensureStream, pushAccount, withAccount } from "./server.ts";

/** Has server and stream be as the key folder says: at first, after a change of it, and on a new server. */
export async function apply(parts: SeatParts): Promise<void> {
  const team = parts.keys.team();
  const seats = liveSeats(parts.keys);
  await withAccount(team, team.seeds.system, parts, async (system) => {
    await pushAccount(system, await teamJwt(team));
    await pushAccount(system, await relayJwt(team));
    for (const seat of seats) await pushAccount(system, await seatJwt(team, seat, { closedAt: null }));
  });
  await withAccount(team, team.seeds.team, parts, async (nats) => {
    await ensureStream(nats, team);
    for (const seat of seats) await ensureDurable(nats, team, seat);
  });
}
