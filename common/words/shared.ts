import type { Change } from "../change.ts";
import type { View } from "../view.ts";
import { createJoining } from "./joined.ts";
import type { Language } from "./languages.ts";
import type { SharedMessages } from "./messages.ts";
import { createProblemWords } from "./problems.ts";
import { createReasonWords } from "./reasons.ts";
import { createSpans } from "./spans.ts";

/** What main and the page both say, in one language. */
export function createSharedWords(messages: SharedMessages, language: Language) {
  const { app, moments, details, receiving } = messages;
  const joining = createJoining(messages, language);
  const spans = createSpans(messages);
  return {
    /** BCP 47. */
    language,
    app,
    moments,
    details: {
      ...details,
      /** "location and subject changed"; null of a change that is none of details, or does not say of which. */
      changedBy: ({ kind, details: changed = [] }: Change): string | null =>
        kind === "details" && changed.length > 0
          ? details.changed({ details: joining.listed(changed.map((detail) => details.names[detail])) })
          : null,
    },
    spans,
    ...joining,
    problemWords: createProblemWords(messages, spans),
    reasonWords: createReasonWords(messages),
    /** What is said of the way in while bookings arrive. */
    receivingText({
      tunnel: { kind, relay },
      reach: { host },
      relay: { catchingUp },
    }: Pick<View, "tunnel" | "reach" | "relay">): string {
      if (catchingUp !== null) return receiving.catchingUp({ left: catchingUp });
      if (kind === "relay" && relay) return receiving.relay(relay);
      return host ? receiving.host({ host }) : receiving.receiving;
    },
  };
}
