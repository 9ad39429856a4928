import { expect, test } from "vitest";
import { prefixed, reader, sourceOf } from "../../../main/sources/registry.ts";
import { readDelivery } from "../../../main/sources/timekit/read.ts";
import { timekit } from "../../../main/sources/timekit/source.ts";
import { payload } from "../../support/timekit-payloads.ts";

const body = payload("group_customer.confirmed");

test("a source is found by its name, and nothing else is one", () => {
  expect(sourceOf("timekit")).toBe(timekit);
  for (const name of ["", "nobody", "Timekit", "toString", "__proto__"])
    expect(sourceOf(name)).toBeUndefined();
});

test("what Timekit sent is read by its own ids", () => {
  const reading = reader.read({ source: "timekit", headers: {}, body });
  expect(reading).toEqual(timekit.read({ headers: {}, body }));
  expect(reading).toMatchObject({ ok: true, report: { id: JSON.parse(`${body}`).id } });
});

test("the ids of another service bear its name, those of the bookings that one refers to as well", () => {
  const reading = readDelivery(body);
  if (!reading.ok) throw new Error(reading.reason.code);
  const { id, facts } = reading.report;
  expect(facts.ownerId).toBeTruthy();
  const linked = { ...facts, replaces: "1", replacedBy: "2" };
  const advice = { code: "zap-not-dated" } as const;
  expect(prefixed({ ok: true, report: { ...reading.report, facts: linked }, advice }, "calcom")).toEqual({
    ok: true,
    advice,
    report: {
      ...reading.report,
      id: `calcom:${id}`,
      facts: {
        ...facts,
        ownerId: `calcom:${facts.ownerId}`,
        replaces: "calcom:1",
        replacedBy: "calcom:2",
      },
    },
  });
  const { ownerId: _, ...alone } = facts;
  const single = prefixed({ ok: true, report: { ...reading.report, facts: alone } }, "calcom");
  expect(single).toMatchObject({ ok: true, report: { id: `calcom:${id}`, facts: alone } });
  expect(Object.keys(single.report.facts)).toEqual(Object.keys(alone));
});
