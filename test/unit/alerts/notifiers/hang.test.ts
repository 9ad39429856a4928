import { expect, test } from "vitest";
import { isDone, isOver } from "../../../../main/alerts/notifiers/hang.ts";
import { deferred } from "../../../support/deferred.ts";

/** A program that hangs, of which each thing that may happen is up to the test. */
function hanging() {
  const answer = deferred();
  const alive = deferred();
  const replaced = deferred();
  const grace = deferred();
  const said: string[] = [];
  const it = { alive: alive.promise, replaced: replaced.promise };
  void isOver(answer.promise, it).then(() => said.push("over"));
  void isDone(answer.promise, it, () => grace.promise).then((done) => said.push(done ? "done" : "not done"));
  const settled = async () => {
    await new Promise(setImmediate);
    return said;
  };
  return { answer, alive, replaced, grace, settled };
}

test("a late answer means that it was done", async () => {
  const { answer, settled } = hanging();
  expect(await settled()).toEqual([]);
  answer.resolve();
  expect((await settled()).sort()).toEqual(["done", "over"]);
});

test("a refusal, another in its place, or its end mean that it was not", async () => {
  const refused = hanging();
  refused.answer.reject(new Error("no"));
  expect((await refused.settled()).sort()).toEqual(["not done", "over"]);
  const replaced = hanging();
  replaced.replaced.resolve();
  expect((await replaced.settled()).sort()).toEqual(["not done", "over"]);
});

test("one that answers others may be asked again, and has a while for what it was asked before", async () => {
  const late = hanging();
  late.alive.resolve();
  expect(await late.settled()).toEqual(["over"]);
  late.answer.resolve();
  expect(await late.settled()).toEqual(["over", "done"]);
  const never = hanging();
  never.alive.resolve();
  never.grace.resolve();
  expect(await never.settled()).toEqual(["over", "not done"]);
});

test("what cannot even be asked whether it is alive still hangs", async () => {
  const { alive, settled } = hanging();
  alive.reject(new Error("no"));
  expect(await settled()).toEqual([]);
});
