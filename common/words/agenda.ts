import type { Joining } from "./joined.ts";
import type { PageMessages } from "./messages.ts";

/** The words for the bookings of a day, in rows and spoken. */
export function createAgenda({ agenda }: Pick<PageMessages, "agenda">, { capital, commaJoined }: Joining) {
  const { tags, off, changes, empty } = agenda;
  return {
    ...agenda,
    seats: ({ taken, max }: { taken: number; max: number | null }) =>
      max === null ? agenda.seats({ taken }) : agenda.seatsOf({ taken, max }),
    tags: {
      ...tags,
      state: ({ state }: { state: string }) => (state ? tags.state({ state }) : tags.noState),
    },
    off: {
      ...off,
      /** The same on its own. */
      alone: ({ reason }: { reason: string }) => capital(reason),
    },
    changes: {
      ...changes,
      one: ({ who, time, what }: { who: string; time: string; what: string }) =>
        commaJoined([who, time, what]),
    },
    empty: {
      ...empty,
      next: ({ when, span }: { when: string; span: string }) =>
        span ? empty.nextIn({ when, span }) : empty.next({ when }),
    },
  };
}
