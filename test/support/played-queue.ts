import type { Standing } from "../../common/destination-view.ts";
import type { Message } from "../../common/destinations.ts";
import type { Problem } from "../../common/problems.ts";
import { testMessage } from "../../main/destinations/message.ts";
import type { Queue, Waiting } from "../../main/destinations/queue.ts";
import { english } from "./english.ts";
import { now } from "./outgoing.ts";

/** One message of a played queue, and all that became of it. */
export interface Row extends Waiting {
  readonly destination: string;
  readonly state: "owed" | "sending" | "sent" | "given-up";
  readonly why: Problem | null;
}

export const aMessage = (seq: number, changes: Partial<Message> = {}): Message => ({
  ...testMessage("time", `msg_${seq}`, now, english),
  test: false,
  ...changes,
});

/** What is owed to destinations, in memory, as the store keeps it. */
export function aQueue() {
  const rows = new Map<number, Row>();
  const standings = new Map<string, Standing>();
  const asked: string[] = [];
  const box = { brokenCalls: new Set<keyof Queue>() };
  const standingOf = (id: string): Standing => standings.get(id) ?? { state: "working" };
  const change = (seq: number, changes: Partial<Row>) => {
    const row = rows.get(seq);
    if (row) rows.set(seq, { ...row, ...changes });
  };
  const owed = () => [...rows.values()].filter(({ state }) => state === "owed");
  const call = (name: keyof Queue) => {
    asked.push(name);
    if (box.brokenCalls.has(name)) throw new Error(`${name} is broken`);
  };
  const queue: Queue = {
    async due() {
      call("due");
      const ids = owed().map(({ destination }) => destination);
      return [...new Set(ids)].filter((id) => standingOf(id).state !== "stopped");
    },
    async waiting(destination, most) {
      call("waiting");
      return owed()
        .filter((row) => row.destination === destination)
        .sort((a, b) => a.seq - b.seq)
        .slice(0, most);
    },
    async begin(seqs) {
      call("begin");
      for (const seq of seqs) change(seq, { state: "sending", tries: (rows.get(seq)?.tries ?? 0) + 1 });
    },
    async settle(destination, seqs, settled, standing) {
      call("settle");
      for (const seq of seqs) {
        const row = rows.get(seq);
        if (!row) continue;
        if (settled.state === "sent") change(seq, { state: "sent" });
        else if (settled.state === "given-up") change(seq, { state: "given-up", why: settled.why });
        else {
          const refusals = row.refusals + (settled.refused ? 1 : 0);
          change(seq, { state: "owed", why: settled.why, doubtful: settled.doubtful, refusals });
        }
      }
      if (standing) standings.set(destination, standing);
    },
    async recover() {
      call("recover");
      for (const { seq, state } of rows.values())
        if (state === "sending") change(seq, { state: "owed", doubtful: true });
    },
  };
  return {
    queue,
    rows,
    standings,
    standingOf,
    /** The names of all calls. */
    asked,
    box,
    owe(destination: string, seq: number, changes: Partial<Row> = {}): void {
      rows.set(seq, {
        seq,
        destination,
        message: aMessage(seq),
        state: "owed",
        why: null,
        doubtful: false,
        refusals: 0,
        owedAt: now,
        endsAt: null,
        tries: 0,
        ...changes,
      });
    },
    states: (): Record<number, Row["state"]> =>
      Object.fromEntries([...rows.values()].map(({ seq, state }) => [seq, state])),
  };
}
