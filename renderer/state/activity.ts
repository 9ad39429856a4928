import type { ActivityTab } from "../../common/activity.ts";

/** As many lines as a page of the list adds. */
export const activityPage = 50;

/** What of the activity is shown; kept while what it leads to is looked at. */
export interface ShownActivity {
  readonly tab: ActivityTab;
  /** All of this booking, instead of a tab. */
  readonly bookingId: string | null;
  readonly count: number;
  /** The line that was opened, which has the focus again. */
  readonly opened: string | null;
  /** How often a test was asked for; 0 = none is shown. */
  readonly tests: number;
}

/** As it is opened: at that tab, or at all of a booking. */
export const shownAtFirst = (tab: ActivityTab, bookingId: string | null = null): ShownActivity => ({
  tab,
  bookingId,
  count: activityPage,
  opened: null,
  tests: 0,
});
