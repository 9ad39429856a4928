import { expect, test } from "vitest";
import { spellingsOf } from "../../../../main/bookings/mentions.ts";
import { tellsOf } from "../../../../main/sources/calendly/tells-of.ts";
import { type Changes, calendlyBody, calendlyBodyWith } from "../../../support/calendly-payloads.ts";

const spellings = spellingsOf("ann@example.net");
const ann = { email: "ann@example.net" };
const host = { event_memberships: [{ user: "https://api.calendly.com/users/U", user_email: ann.email }] };

test.each<[string, Changes, boolean]>([
  ["nobody of that address", {}, false],
  ["an invitee", { invitee: ann }, true],
  ["a guest", { event: { event_guests: [ann] } }, true],
  [
    "an answer",
    { invitee: { questions_and_answers: [{ question: "Who?", answer: "ann@example.net" }] } },
    true,
  ],
  ["a reason", { invitee: { cancellation: { reason: "Ask ann@example.net" } } }, true],
  ["its host alone", { event: host }, false],
  ["its host, who is its invitee, too", { event: host, invitee: ann }, true],
])("a body tells of %s", (_what, changes, told) => {
  expect(tellsOf(calendlyBodyWith("invitee.created", changes), spellings)).toBe(told);
});

test("a body that cannot be read tells of whom it names", () => {
  expect(tellsOf(Buffer.from('{"payload":"ann@example.net"'), spellings)).toBe(true);
  expect(tellsOf(Buffer.from('{"event":"ann@example.net"}'), spellings)).toBe(true);
  expect(tellsOf(calendlyBody("routing_form_submission.created"), spellings)).toBe(false);
});
