import { expect, test } from "vitest";
import { bookingOf } from "../../../../main/bookings/facts.ts";
import { forwarded, mergeAll } from "../../../support/zapier-bodies.ts";

const sam = { name: "Sam Okafor", email: "sam@example.net", phone: "+44 1", timezone: "Europe/London" };
const ines = { name: "Ines Duarte", email: "ines@example.org", phone: "", timezone: "Europe/Lisbon" };

const read = (parts: object) => bookingOf(mergeAll([forwarded({ id: "b1", state: "confirmed", ...parts })]));

function peopleOf(parts: object) {
  const { customer, others } = read(parts);
  return (customer ? [customer, ...others] : []).map(({ timeZone: timezone, ...person }) => ({
    ...person,
    timezone,
  }));
}

const flat = (prefix: string, person: object) =>
  Object.fromEntries(Object.entries(person).map(([key, value]) => [`${prefix}${key}`, value]));

test.each<[string, object]>([
  ["a list", { customers: [sam, ines] }],
  ["a list as a text", { customers: JSON.stringify([sam, ines]) }],
  ["a list of texts", { customers: [JSON.stringify(sam), JSON.stringify(ines)] }],
  ["numbered objects", { customers: { 0: sam, 1: ines } }],
  ["numbered from one", { customers: { 1: sam, 2: ines } }],
  ["numbered keys", { ...flat("customers__0__", sam), ...flat("customers__1__", ines) }],
  ["numbered labels, the second first", { ...flat("Customer 2 ", ines), ...flat("Customer 1 ", sam) }],
  [
    "numbered keys behind a wrapper",
    { ...flat("data__customers__0__", sam), ...flat("data__customers__1__", ines) },
  ],
  [
    "a list for each property",
    {
      customers: {
        name: [sam.name, ines.name],
        email: [sam.email, ines.email],
        phone: [sam.phone, ""],
        timezone: [sam.timezone, ines.timezone],
      },
    },
  ],
  [
    "columns joined by commas",
    {
      customers__name: "Sam Okafor,Ines Duarte",
      customers__email: "sam@example.net, ines@example.org",
      customers__phone: "+44 1,",
      customers__timezone: "Europe/London,Europe/Lisbon",
    },
  ],
])("two customers are read from %s", (_how, parts) => {
  expect(peopleOf(parts)).toEqual([sam, ines]);
});

test.each<[string, object]>([
  ["one object", { customers: sam }],
  ["one object under the word for one", { customer: sam }],
  ["an object as a text", { customers: JSON.stringify(sam) }],
  ["flat keys", flat("customers__", sam)],
  ["flat keys with one line", flat("customer_", sam)],
  ["labels", flat("Customers ", sam)],
])("one customer is read from %s", (_how, parts) => {
  expect(peopleOf(parts)).toEqual([sam]);
});

test("where the columns do not agree it is one customer, as it was sent", () => {
  const [person, ...others] = peopleOf({
    customers__name: "Okafor, Sam, Dr",
    customers__email: "sam@example.net,ines@example.org",
  });
  expect(others).toEqual([]);
  expect(person?.name).toBe("Okafor, Sam, Dr");
});

test("what has commas and is no list of addresses makes one customer", () => {
  expect(peopleOf({ customers__name: "Okafor, Sam", customers__email: "none, yet" })).toMatchObject([
    { name: "Okafor, Sam", email: "none, yet" },
  ]);
});

test("a comma in the name of one customer makes no second one", () => {
  expect(peopleOf({ customers__name: "Okafor, Sam", customers__email: "sam@example.net" })).toEqual([
    { name: "Okafor, Sam", email: "sam@example.net", phone: "", timezone: "" },
  ]);
});

test("a list that is shorter than the addresses is told of nobody", () => {
  const people = peopleOf({
    customers: { name: ["Sam"], email: ["a@x.example", "b@x.example"], phone: ["1"] },
  });
  expect(people.map(({ phone, email }) => [email, phone])).toEqual([
    ["a@x.example", ""],
    ["b@x.example", ""],
  ]);
});

test("Timekit's own list wins over what else there is, which fills in", () => {
  const people = peopleOf({
    customers__phone: "999",
    customers: [{ name: "Sam" }],
    customers__name: "Other",
  });
  expect(people).toMatchObject([{ name: "Sam", phone: "999" }]);
});

test("somebody may be called Null, and nobody has the phone number null", () => {
  expect(
    peopleOf({ customers: { name: "Null", email: "n@example.net", phone: "null", timezone: "None" } }),
  ).toEqual([{ name: "Null", email: "n@example.net", phone: "", timezone: "" }]);
});

test.each<[string, object]>([
  ["nested", { customers: [{ name: "Sam", topics: ["prices", "api"], company: "null" }] }],
  ["flat", { customers__name: "Sam", customers__topics: ["prices", "api"] }],
  ["entered", { attributes: { customer: { name: "Sam", topics: ["prices", "api"] } } }],
  ["entered, flat", { attributes__customer__name: "Sam", attributes__customer__topics: "prices, api" }],
])("what the form asked for besides is an answer: %s", (_how, parts) => {
  expect(read(parts).answers).toEqual([{ field: "topics", text: "prices, api" }]);
});

test("links to what a customer can do tell of no customer", () => {
  expect(read({ customer_action_links: { cancel_by_customer: "x" }, customers: [] }).customer).toBeNull();
});
