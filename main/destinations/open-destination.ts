import type { DestinationKind } from "../../common/destinations.ts";
import { again, type Destination } from "./destination.ts";
import { createSlackDestination, createWorkflowDestination, type SlackParts } from "./slack-destination.ts";
import { createUrlDestination, type UrlParts } from "./url-destination.ts";

/** What a destination of any kind needs; Slack has no use for `keys`. */
export interface OpenParts extends SlackParts, UrlParts {}

/** One whose address cannot be read: it may be able to once the user has unlocked their keyring. */
export const unreadable = (kind: DestinationKind): Destination => ({
  kind,
  send: async () => again({ code: "target-unreadable" }),
});

export function openDestination(kind: DestinationKind, parts: OpenParts): Destination {
  if (kind === "slack") return createSlackDestination(parts);
  return kind === "workflow" ? createWorkflowDestination(parts) : createUrlDestination(parts);
}
