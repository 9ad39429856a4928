import type { Change } from "../change.ts";
import type { AlertKind } from "../policy.ts";
import type { PageMessages } from "./messages.ts";
import type { createSharedWords } from "./shared.ts";

type Shared = Pick<ReturnType<typeof createSharedWords>, "details">;

/** The words for what happened, and for how the user was told. */
export function createActivity(
  { activity, told }: Pick<PageMessages, "activity" | "told">,
  { details }: Shared,
) {
  const ofKind = (said: (of: { kind: string }) => string) => (about: { kind: AlertKind }) =>
    said({ kind: told.kinds[about.kind] });
  return {
    activity: {
      ...activity,
      /** On the button, where there is room for two signs. */
      badge: ({ unread }: { unread: number }) => (unread > 9 ? activity.badgeFull : String(unread)),
      /** What happened to a booking, after whose it is. */
      inLine: (change: Change) => details.changedBy(change) ?? activity.inLine[change.kind],
    },
    told: {
      ...told,
      listedForKind: ofKind(told.listedForKind),
      ignoredForKind: ofKind(told.ignoredForKind),
    },
  };
}
