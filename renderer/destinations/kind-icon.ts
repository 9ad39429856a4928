import { Hash, type LucideIcon, Webhook, Workflow } from "lucide-preact";
import type { DestinationKind } from "../../common/destinations.ts";

export const kindIcons: Readonly<Record<DestinationKind, LucideIcon>> = {
  slack: Hash,
  workflow: Workflow,
  url: Webhook,
};
