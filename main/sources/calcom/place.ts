/** Where Cal.com says by which way to meet, instead of where. */
const ways = new Set([
  "inPerson",
  "attendeeInPerson",
  "link",
  "phone",
  "userPhone",
  "somewhereElse",
  "conferencing",
]);

/** The first of these that names a place; empty where none does. */
export const placeOf = (candidates: readonly (string | undefined)[]): string =>
  candidates
    .map((one = "") => one.trim())
    .find((one) => one !== "" && !one.startsWith("integrations:") && !ways.has(one)) ?? "";
