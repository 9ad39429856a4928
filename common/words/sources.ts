import type { SourceName } from "../sources.ts";

/** What each is called. */
export const sources: Readonly<Record<SourceName, string>> = {
  timekit: "Timekit",
  zapier: "Zapier",
  calcom: "Cal.com",
  calendly: "Calendly",
};
