import { expect, test } from "vitest";
import { readForwarded } from "../../../../main/sources/zapier/read.ts";
import { forwarded } from "../../../support/zapier-bodies.ts";

const booking = { id: "b1", state: "confirmed", graph: "instant", updated_at: "2026-12-01T09:41:08+0000" };
const text = JSON.stringify(booking);
const form = new URLSearchParams(booking).toString();

const codeOf = (body: string | Uint8Array) => {
  const reading = readForwarded(Buffer.from(body));
  return reading.ok ? null : reading.reason.code;
};

test.each([
  ["plain", text],
  ["with a byte order mark", `\ufeff${text}`],
  ["between white space", `\r\n  ${text}\n`],
  ["as a text of JSON", JSON.stringify(text)],
  ["as a text of a text of JSON", JSON.stringify(JSON.stringify(text))],
  ["in a list of one", `[${text}]`],
  ["in a list of one, as a text", JSON.stringify([text])],
  ["under a key of any name", `{"what I mapped":${text}}`],
  ["three levels deep", `{"a":{"b":{"c":${text}}}}`],
  ["in a list under a key", `{"data":[${text}]}`],
  ["as a text under a key", JSON.stringify({ raw_body: text, headers: {} })],
  ["twice, parsed and raw", JSON.stringify({ booking, raw: text })],
  ["as a form", form],
  ["as JSON in a form", new URLSearchParams({ payload: text }).toString()],
  ["flat behind a wrapper's name", JSON.stringify(prefixed("data__"))],
  ["flat behind a wrapper's label", JSON.stringify(prefixed("Booking "))],
  [
    "flat behind a wrapper, beside an id of something else",
    JSON.stringify({ id: "run 7", ...prefixed("payload.") }),
  ],
  ["as a form in brackets behind a wrapper", new URLSearchParams(prefixed("data[", "]")).toString()],
])("a booking %s is found", (_how, body) => {
  const { revision, ...report } = forwarded(body);
  expect(report).toMatchObject({ id: "b1", facts: { standing: { status: "confirmed" } } });
  expect(revision).toBe(forwarded(text).revision);
});

function prefixed(before: string, behind = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(booking).map(([key, value]) => [`${before}${key}${behind}`, value]),
  );
}

test.each([
  ["zap-xml", "<root/>"],
  ["zap-xml", "  <?xml?>"],
  ["zap-broken-json", '{"id":"b1",'],
  ["zap-broken-json", '{"what":"He said "no""}'],
  ["zap-broken-json", "{'id': 'b1'}"],
  ["zap-broken-json", '"just words"'],
  ["zap-neither-json-nor-form", ""],
  ["zap-neither-json-nor-form", "just words"],
  ["zap-not-utf8", new Uint8Array([0x7b, 0xff, 0xfe])],
  ["zap-several-bookings", `[${text},${text}]`],
  ["zap-several-bookings", `{"bookings":[${text},{"id":"b2","state":"confirmed"}]}`],
  ["zap-several-bookings", `{"one":${text},"other":{"id":"b2","state":"confirmed"}}`],
  ["zap-too-deep", `${"[".repeat(65)}${"]".repeat(65)}`],
  ["zap-not-mapped", "[]"],
  ["zap-not-mapped", '{"a":{"b":{"c":{"d":{"id":"b1","state":"confirmed"}}}}}'],
  ["zap-too-long", JSON.stringify({ ...booking, id: "x".repeat(201) })],
])("%s: %s is refused", (code, body) => {
  expect(codeOf(body)).toBe(code);
});

test("what Timekit has in a booking is not taken for the booking itself", () => {
  const owner = { id: "class", state: "tentative", graph: "group_owner" };
  for (const owner_booking of [owner, JSON.stringify(owner)])
    expect(readForwarded(Buffer.from(JSON.stringify({ id: "seat", owner_booking })))).toEqual({
      ok: false,
      reason: { code: "zap-not-mapped", fields: ["state"] },
    });
});

test("what is missing is named of the part that looks most like a booking", () => {
  const reason = (body: object) => {
    const reading = readForwarded(Buffer.from(JSON.stringify(body)));
    return reading.ok ? null : reading.reason;
  };
  expect(reason({ data: { id: "b1" } })).toEqual({ code: "zap-not-mapped", fields: ["state"] });
  expect(reason({ data: { state: "confirmed" } })).toEqual({ code: "zap-not-mapped", fields: ["id"] });
  expect(reason({ id: "null", state: "" })).toEqual({ code: "zap-not-mapped", fields: ["id", "state"] });
});

test.each([
  ["as posted", { type: "booking.moved", timestamp: "2026-12-01T09:41:08Z", data: booking }],
  [
    "flattened",
    { type: "booking.new", timestamp: "2026-12-01T09:41:08Z", data__id: "b1", data__state: "confirmed" },
  ],
  ["labelled", { Type: "booking.new", Timestamp: "1", "Data Id": "b1", "Data State": "confirmed" }],
  ["under a key", { hook: { type: "booking.test", timestamp: "1", data: {} } }],
  ["as a raw body", { raw_body: JSON.stringify({ type: "booking.moved", timestamp: "1", data: booking }) }],
])("Bookbell's own message, %s, never comes back in", (_how, body) => {
  expect(codeOf(JSON.stringify(body))).toBe("zap-own-message");
  expect(codeOf(JSON.stringify([body]))).toBe("zap-own-message");
});
