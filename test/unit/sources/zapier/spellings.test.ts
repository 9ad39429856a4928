import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bookingOf } from "../../../../main/bookings/facts.ts";
import { payload, payloadNames } from "../../../support/timekit-payloads.ts";
import { forwarded, leavesOf, mergeAll } from "../../../support/zapier-bodies.ts";

const spellings: Record<string, (path: readonly string[]) => string> = {
  a__b: (path) => path.join("__"),
  a_b: (path) => path.join("_"),
  "a.b": (path) => path.join("."),
  "a[b]": ([first = "", ...rest]) => first + rest.map((name) => `[${name}]`).join(""),
  "A B": (path) =>
    path
      .map((name) => name.replace(/(?:^|_)(\w)/g, (_, first: string) => ` ${first.toUpperCase()}`).trim())
      .join(" "),
};

const texts = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, leaf) =>
    leaf === null || typeof leaf === "object" ? (leaf ?? "null") : String(leaf),
  );

describe.each(Object.entries(spellings))("flattened as %s", (_name, spelled) => {
  const flattened = (body: object) =>
    Object.fromEntries(leavesOf(body).map(([path, value]) => [spelled(path), value] as const));
  // What the form asked for besides has names that only a separator tells from others; wrappers are for others to test.
  const names = payloadNames().filter((name) => !name.startsWith("source-shaped/rest."));

  test.each(names)("%s is the same booking", (name) => {
    const body = JSON.parse(`${payload(name)}`);
    const { answers: _, ...told } = bookingOf(mergeAll([forwarded(body)]));
    const flat = flattened(body);
    for (const posted of [
      flat,
      texts(flat),
      new URLSearchParams(texts(flat) as Record<string, string>).toString(),
    ]) {
      const { answers: _, ...again } = bookingOf(mergeAll([forwarded(posted as object | string)]));
      expect(again).toEqual(told);
    }
  });

  test("any text of any field comes through", () => {
    const word = fc.stringMatching(/^[a-zA-Z]{3,8}$/);
    const body = fc.record({
      id: word,
      state: fc.constantFrom("confirmed", "cancelled"),
      graph: fc.constantFrom("instant", "group_customer"),
      event: fc.record({
        what: word,
        where: word,
        start: fc.constant("2026-12-08T13:00:00+0000"),
        allDay: fc.boolean(),
      }),
      attributes: fc.record({
        customer: fc.record({ comment: word }),
        event_info: fc.record({ description: word }),
      }),
      customers: fc.array(fc.record({ name: word, phone: word, first_name: word }), {
        minLength: 1,
        maxLength: 3,
      }),
      user: fc.record({ id: word, name: word }),
      owner_booking: fc.record({ id: word }),
    });
    fc.assert(
      fc.property(body, (one) => {
        expect(bookingOf(mergeAll([forwarded(flattened(one))]))).toEqual(
          bookingOf(mergeAll([forwarded(one)])),
        );
      }),
      { numRuns: 200 },
    );
  });
});
