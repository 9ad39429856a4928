import fc from "fast-check";
import { expect, test } from "vitest";
import { deliverySubject, probeSubject, seatSubjects } from "../../../relay/subjects.ts";

/** As NATS does it: `*` is one part, `>` all that follow. */
function matches(filter: string, subject: string): boolean {
  const [parts, given] = [filter.split("."), subject.split(".")];
  const end = parts.indexOf(">");
  const whole = end < 0 ? parts.length === given.length : given.length > end;
  return (
    whole && parts.slice(0, end < 0 ? undefined : end).every((part, at) => part === "*" || part === given[at])
  );
}

const name = fc.stringMatching(/^[A-Za-z0-9-]{1,8}$/);

test("a seat reads its share, what could not be sorted, and what it sent to itself", () => {
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 3 }),
      fc.option(name),
      fc.option(name),
      fc.option(name),
      (projects, resource, project, booked) => {
        const filters = seatSubjects("acme", "anna", { projects, resource });
        const subject = deliverySubject("acme", "timekit", {
          ...(project !== null && { project }),
          ...(booked !== null && { resource: booked }),
        });
        const isOfProject = projects.length === 0 || project === null || projects.includes(project);
        const isOfResource = resource === null || booked === null || booked === resource;
        expect(filters.some((filter) => matches(filter, subject))).toBe(isOfProject && isOfResource);
        expect(filters.some((filter) => matches(filter, probeSubject("acme", "anna")))).toBe(true);
        expect(filters.some((filter) => matches(filter, probeSubject("acme", "ben")))).toBe(false);
      },
    ),
  );
});

test("no two of a seat's filters give it the same twice: servers refuse those that overlap", () => {
  const filters = seatSubjects("acme", "anna", { projects: ["a", "b", "a"], resource: "r" });
  expect(new Set(filters).size).toBe(filters.length);
  expect(filters).toEqual([
    "bb.acme.b.*.a.r",
    "bb.acme.b.*.a._",
    "bb.acme.b.*.b.r",
    "bb.acme.b.*.b._",
    "bb.acme.b.*._.r",
    "bb.acme.b.*._._",
    "bb.acme.probe.anna",
  ]);
});
