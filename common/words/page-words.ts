import { createActing } from "./acting.ts";
import { createActivity } from "./activity.ts";
import { createAgenda } from "./agenda.ts";
import { createBooking } from "./booking.ts";
import { createDestinations } from "./destinations.ts";
import type { Language } from "./languages.ts";
import type { PageMessages } from "./messages.ts";
import { createPalette } from "./palette.ts";
import { createSettings } from "./settings.ts";
import { createSharedWords } from "./shared.ts";
import { createSourceWords } from "./sources.ts";

/** Every word the page shows or speaks, in one language. */
export function createPageWords(messages: PageMessages, language: Language) {
  const shared = createSharedWords(messages, language);
  return {
    ...messages,
    ...shared,
    acting: createActing(messages, shared),
    ...createActivity(messages, shared),
    agenda: createAgenda(messages, shared),
    booking: createBooking(messages, shared),
    ...createDestinations(messages, shared),
    ...createSettings(messages, shared),
    palette: createPalette(messages),
    ...createSourceWords(messages),
  };
}
