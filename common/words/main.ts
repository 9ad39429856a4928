import type { Language } from "./languages.ts";
import type { MainMessages } from "./messages.ts";
import { createSharedWords } from "./shared.ts";

/** All that main says, in one language. */
export function createMainWords(messages: MainMessages, language: Language) {
  const { exports, greeting, notifications, outgoing, testBooking, tray } = messages;
  return {
    ...createSharedWords(messages, language),
    exports,
    greeting,
    notifications,
    outgoing,
    testBooking,
    tray,
  };
}

export type MainWords = ReturnType<typeof createMainWords>;
