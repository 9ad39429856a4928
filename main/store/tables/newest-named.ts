/** In SQL: the newest instant that Timekit has named, by its own clock, in the deliveries that came last; NULL = there is none. */
export const newestNamed = `(SELECT max(named) FROM (SELECT received_at - late_by AS named FROM delivery
  WHERE late_by IS NOT NULL ORDER BY seq DESC LIMIT 100))`;
