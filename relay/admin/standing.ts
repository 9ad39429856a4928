import { type ConsumerInfo, jetstreamManager } from "@nats-io/jetstream";
import { durableOf } from "./seat.ts";
import { liveSeats, type SeatParts } from "./seats.ts";
import { withAccount } from "./server.ts";
import { streamOf } from "./team.ts";

/** How it stands with one laptop; times are epoch milliseconds. */
export interface SeatStanding {
  readonly seat: string;
  /** Empty = of every project. */
  readonly projects: readonly string[];
  readonly resource: string | null;
  readonly until: number | null;
  /** When it last took something, its own probes included; null = never. */
  readonly seenAt: number | null;
  /** So many messages wait for it; null = its place is not there: `apply` makes it anew. */
  readonly waiting: number | null;
  /** When the oldest of them came, or one before it; null = none waits. */
  readonly waitingSince: number | null;
}

/** How it stands with every laptop that has a seat. */
export async function list(parts: SeatParts): Promise<SeatStanding[]> {
  const team = parts.keys.team();
  const stream = streamOf(team);
  return withAccount(team, team.seeds.team, parts, async (nats) => {
    const { consumers, streams } = await jetstreamManager(nats);
    const { state } = await streams.info(stream);
    const standings: SeatStanding[] = [];
    for (const seat of liveSeats(parts.keys)) {
      const { projects, resource, until } = seat;
      const info = await consumers.info(stream, durableOf(seat)).catch((error: Error) => {
        if (error.name === "ConsumerNotFoundError") return null;
        throw error;
      });
      const waiting = info && info.num_pending + info.num_ack_pending;
      const oldest = info && Math.max(info.ack_floor.stream_seq + 1, state.first_seq);
      const next = waiting && oldest ? await streams.getMessage(stream, { seq: oldest }) : null;
      standings.push({
        seat: seat.seat,
        projects,
        resource,
        until,
        seenAt: info && seenAt(info),
        waiting,
        waitingSince: next?.time.getTime() ?? null,
      });
    }
    return standings;
  });
}

function seenAt({ ack_floor, delivered }: ConsumerInfo): number | null {
  const times = [ack_floor, delivered].flatMap((at) =>
    "last_active" in at ? [Date.parse(`${at.last_active}`)] : [],
  );
  return times.length > 0 ? Math.max(...times) : null;
}
