import { expect, test } from "vitest";
import { hueById, hues } from "../../../common/hues.ts";
import { withHues } from "../../../main/bookings/project-hues.ts";

const project = (id: string) => ({ id, name: `Project ${id}` });
const many = Array.from({ length: 40 }, (_, n) => project(`p${n}`));
/** Two that would have the same colour by their ids. */
const [first, second] = many.filter(({ id }) => hueById(id) === hueById("p0")) as [
  ReturnType<typeof project>,
  ReturnType<typeof project>,
];

test("a project has the colour by its id, unless another has that: then one that is free", () => {
  const rules = withHues({}, [first, second]);
  expect(rules?.[first.id]).toEqual({
    name: first.name,
    alerts: null,
    reminders: null,
    fullScreen: false,
    hue: hueById(first.id),
  });
  expect(rules?.[second.id]?.hue).not.toBe(hueById(first.id));
});

test("as many as there are colours are all told apart", () => {
  const rules = withHues({}, many.slice(0, hues.length));
  expect(new Set(Object.values(rules ?? {}).map(({ hue }) => hue)).size).toBe(hues.length);
});

test("where none is free it is the one by its id, and what was chosen stays", () => {
  const chosen = { name: "", alerts: "list", reminders: [5], hue: "rose", fullScreen: false } as const;
  const rules = withHues({ [first.id]: chosen }, many);
  expect(rules?.[first.id]).toBe(chosen);
  expect(Object.keys(rules ?? {})).toHaveLength(many.length);
  expect(withHues(rules ?? {}, many)).toBeNull();
});

test("a rule without a colour keeps the rest", () => {
  const rule = { name: "Lessons", alerts: "ignore", reminders: null, hue: null, fullScreen: false } as const;
  expect(withHues({ [first.id]: rule }, [first])?.[first.id]).toEqual({ ...rule, hue: hueById(first.id) });
});

test("an id that every object has is a project like any other", () => {
  expect(withHues({}, [project("toString")])?.toString).toMatchObject({ name: "Project toString" });
});
