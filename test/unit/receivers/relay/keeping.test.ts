import { expect, test } from "vitest";
import { createKeeping } from "../../../../main/receivers/relay/keeping.ts";

const { signal } = new AbortController();

test("nobody waits while the store keeps", async () => {
  await createKeeping().when(signal);
});

test("everybody waits until it keeps again", async () => {
  const keeping = createKeeping();
  keeping.set(false);
  const went: string[] = [];
  const both = ["a", "b"].map((name) => keeping.when(signal).then(() => went.push(name)));
  keeping.set(false);
  await Promise.resolve();
  expect(went).toEqual([]);
  keeping.set(true);
  await Promise.all(both);
  expect(went).toEqual(["a", "b"]);
});

test("whoever ends waits no longer", async () => {
  const keeping = createKeeping();
  keeping.set(false);
  const ending = new AbortController();
  const waiting = keeping.when(ending.signal);
  ending.abort();
  await waiting;
  await keeping.when(ending.signal);
});
