import { describe, expect, test } from "vitest";
import { changeOf } from "../../../../main/bookings/change.ts";
import { bookingOf } from "../../../../main/bookings/facts.ts";
import { merge } from "../../../../main/bookings/merge.ts";
import { readForwarded } from "../../../../main/sources/zapier/read.ts";
import { english } from "../../../support/english.ts";
import { payload, payloadNames } from "../../../support/timekit-payloads.ts";
import {
  asWritten,
  direct,
  directOf,
  expected,
  forwarded,
  forwardedBody,
  forwardedFiles,
  mergeAll,
  ordersOf,
} from "../../../support/zapier-bodies.ts";

const taken = forwardedFiles().filter((file) => expected[file]?.outcome === "booking");
const refused = forwardedFiles().filter((file) => expected[file]?.outcome === "refused");

const directFor = (file: string) => direct(directOf[file.split(".")[0] as string] as string);

test("every file has its expectation", () => {
  expect(Object.keys(expected).sort()).toEqual(forwardedFiles().sort());
});

describe.each(taken)("%s", (file) => {
  const report = () => forwarded(forwardedBody(file));

  test("becomes its booking, alone and twice", () => {
    const known = mergeAll([report()]);
    expect(asWritten(known)).toMatchObject(expected[file]?.booking ?? {});
    const again = merge(known, report());
    expect(again.verdict).toBe("duplicate");
    expect(again.known).toBe(known);
  });

  test("erases nothing that the direct word told, in every order", () => {
    const whole = directFor(file);
    const alone = bookingOf(mergeAll([whole]));
    const all = ordersOf([whole, report(), report()]).map(mergeAll);
    for (const known of all) {
      expect(known).toEqual(all[0]);
      expect(bookingOf(known)).toEqual(alone);
      expect(changeOf(alone, bookingOf(known))).toBeNull();
    }
  });
});

// An end that does not tell when it came is behind all that does.
test.each(taken.filter((file) => !file.includes("no-updated_at")))(
  "%s is no news after the direct word",
  (file) => {
    expect(merge(mergeAll([directFor(file)]), forwarded(forwardedBody(file))).verdict).toBe("stale");
  },
);

test.each(refused)("%s is refused with a line that says what to mend", (file) => {
  const reading = readForwarded(forwardedBody(file));
  if (reading.ok) throw new Error("It was taken.");
  const words = english.reasonWords(reading.reason);
  expect(words).toMatch(/^The Zap sent [^\n]{10,160}\.$/);
  for (const name of expected[file]?.reasonNames ?? []) expect(words).toContain(name);
});

test.each(payloadNames())("%s as Timekit sent it tells the same forwarded as it does directly", (name) => {
  expect(bookingOf(mergeAll([forwarded(payload(name))]))).toEqual(bookingOf(mergeAll([direct(name)])));
});

test("the thinnest cancellation and the fullest make the same booking in both orders", () => {
  const minimal = forwarded(forwardedBody("cancelled.json.minimal.json"));
  const full = forwarded(forwardedBody("cancelled.json.unflattened.json"));
  const [one, other] = ordersOf([minimal, full]).map(mergeAll);
  expect(one).toEqual(other);
  expect(asWritten(mergeAll([full]))).toEqual(one && asWritten(one));
});

test("both halves of a reschedule come in any form as they do directly", () => {
  for (const half of ["moved-old", "moved-new"])
    for (const form of ["json.unflattened.json", "form.flat.txt"])
      expect(bookingOf(mergeAll([forwarded(forwardedBody(`${half}.${form}`))]))).toEqual(
        bookingOf(mergeAll([directFor(half)])),
      );
});
