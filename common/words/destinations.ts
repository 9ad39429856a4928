import type { Joining } from "./joined.ts";
import type { PageMessages } from "./messages.ts";

/** The words for where changes are sent besides the desktop, and for which are. */
export function createDestinations(
  { destinations, destination, rules }: Pick<PageMessages, "destinations" | "destination" | "rules">,
  { capital, dotJoined, listed }: Joining,
) {
  const { messages } = destinations;
  return {
    destinations: {
      ...destinations,
      messages: ({ waiting, givenUp }: { waiting: number; givenUp: number }) =>
        dotJoined([
          waiting > 0 ? messages.waiting({ count: waiting }) : "",
          givenUp > 0 ? messages.givenUp({ count: givenUp }) : "",
        ]),
    },
    destination: {
      ...destination,
      kept: { ...destination.kept, unreadable: "" },
      remove: {
        ...destination.remove,
        sure({ rules: some, waiting }: { rules: number; waiting: number }): string {
          const { sure, sureWith, rules, waiting: messages } = destination.remove;
          const gone = [
            some > 0 ? rules({ count: some }) : "",
            waiting > 0 ? messages({ count: waiting }) : "",
          ].filter((part) => part !== "");
          return gone.length === 0 ? sure : sureWith({ what: listed(gone) });
        },
      },
    },
    rules: {
      ...rules,
      some: ({ kinds }: { kinds: string }) => capital(rules.some({ kinds })),
      /** What is empty is left out. */
      sentence: (parts: Record<"what" | "projects" | "hosts" | "to" | "detail", string>) =>
        rules.sentence({ ...parts, scope: scopeOf(parts) }),
    },
  };
}

function scopeOf({ projects, hosts }: Record<"projects" | "hosts", string>) {
  if (projects && hosts) return "both";
  if (projects) return "projects";
  return hosts ? "hosts" : "all";
}
