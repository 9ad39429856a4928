import { expect, test } from "vitest";
import { searchText, searchWords } from "../../../main/bookings/search-text.ts";
import { aBooking } from "../../support/bookings.ts";

const person = (name: string, email: string) => ({ name, email, phone: "0123", timeZone: "UTC" });

test("people, texts, answers, host and project are searched; what is empty leaves no line", () => {
  const booking = aBooking({
    customer: person("Marty", "marty@example.net"),
    others: [person("Jennifer", "")],
    subject: "Time travel",
    place: "",
    comment: "Bring plutonium",
    description: "not searched",
    answers: [{ field: "car", text: "DeLorean" }],
    host: { id: "h", name: "Doc", timeZone: "UTC" },
    project: { id: "p", name: "Travels" },
  });
  expect(searchText(booking).split("\n")).toEqual([
    "Marty",
    "marty@example.net",
    "Jennifer",
    "Time travel",
    "Bring plutonium",
    "DeLorean",
    "Doc",
    "Travels",
  ]);
});

test("a booking of nobody has what it is about", () => {
  expect(searchText(aBooking({ customer: null, place: "" }))).toBe("Time travel");
});

test.each([
  ["no word of Bookbell's", "unknown", "Time travel\nno show at all"],
  ["one", "confirmed", "Time travel"],
] as const)("the service's own state is found where there is %s for it", (_what, status, text) => {
  const native = { graph: "instant", state: "no_show_at_all" };
  expect(searchText(aBooking({ customer: null, place: "", status, native }))).toBe(text);
});

test("no more than a page of it is searched", () => {
  expect(searchText(aBooking({ comment: "x".repeat(9_000) }))).toHaveLength(4_000);
});

test("words of three letters and more are told from short ones", () => {
  expect(searchWords(" Doc in  A\u0000Hill\tVALLEY ")).toEqual({
    long: ["doc", "hill", "valley"],
    short: ["in", "a"],
  });
  expect(searchWords(" \n ")).toEqual({ long: [], short: [] });
});

test("a letter is one, however it is encoded", () => {
  expect(searchWords("cafe\u0301 👋👋")).toEqual({ long: ["café"], short: ["👋👋"] });
});

test("ten words are looked for at most", () => {
  const words = Array.from({ length: 12 }, (_, i) => `word${i}`);
  expect(searchWords(words.join(" ")).long).toEqual(words.slice(0, 10));
});
