import fc from "fast-check";
import { expect, test } from "vitest";
import { callTo, mailTo } from "../../../main/bookings/contact.ts";

test.each([
  ["+44 20 7946 0018", "tel:+442079460018"],
  ["(555) 0142-33.44/5", "tel:555014233445"],
  ["Tel.: +1 555 0142", "tel:+15550142"],
  ["+44 20 7946 0999, PIN 123456#", "tel:+442079460999"],
  ["555 0142 ext. 12", "tel:5550142"],
  ["+1+2 555", null],
  ["*21*00441234#", null],
  ["#31#5550142", null],
  ["112", "tel:112"],
  ["12", null],
  ["", null],
])("%j is called as %j", (phone, url) => {
  expect(callTo(phone)?.href ?? null).toBe(url);
});

test.each([
  ["marty@example.net", "mailto:marty@example.net"],
  ["a?cc=b@c", "mailto:a%3Fcc%3Db@c"],
  ["\ud800@c", "mailto:%EF%BF%BD@c"],
  ["nobody", null],
])("%j is written to as %j", (email, url) => {
  expect(mailTo(email)?.href ?? null).toBe(url);
});

test("whatever was entered, a call is of digits with one plus at most, and nothing throws", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string({ unit: fc.constantFrom(..."0123456789+*#(), -w;") }),
      ),
      (text) => {
        expect(callTo(text)?.href ?? "tel:").toMatch(/^tel:\+?\d*$/);
        mailTo(text);
        mailTo(`${text}\udfff@`);
      },
    ),
  );
});
