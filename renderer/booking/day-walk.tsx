import { ChevronLeft, ChevronRight } from "lucide-preact";
import { words } from "../../common/words/page.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { backKey, onKey } from "../text/line-keys.ts";
import type { Walk } from "./use-walk.ts";

/** Leads to the bookings beside this one; at the day's end there is nothing to press, but the focus stays. */
export const DayWalk = ({ walk }: { walk: Walk }) => (
  <>
    <IconButton
      icon={ChevronLeft}
      label={words.booking.before}
      keys={backKey}
      disabled={walk.before === null}
      onClick={() => walk.before?.()}
    />
    <IconButton
      icon={ChevronRight}
      label={words.booking.after}
      keys={onKey}
      disabled={walk.after === null}
      onClick={() => walk.after?.()}
    />
  </>
);
