import { expect, test } from "vitest";
import type { AgendaDay } from "../../../common/agenda.ts";
import type { Answer } from "../../../common/ipc.ts";
import { problem } from "../../../common/problems.ts";
import { ok } from "../../../renderer/state/answer.ts";
import { createPending } from "../../../renderer/state/pending.ts";
import { deferred } from "../../support/deferred.ts";

const day = (date: string): AgendaDay => ({ date, items: [] });
const settled = () => new Promise((resolve) => setImmediate(resolve));

function asking() {
  const asked: ReturnType<typeof deferred<Answer<readonly AgendaDay[]>>>[] = [];
  const pending = createPending(() => {
    const answer = deferred<Answer<readonly AgendaDay[]>>();
    asked.push(answer);
    return answer.promise;
  });
  const answer = async (value: Answer<readonly AgendaDay[]>) => {
    asked.at(-1)?.resolve(value);
    await settled();
  };
  return { pending, asked, answer };
}

test("what changes while main is answering is asked for anew, one question at a time", async () => {
  const { pending, asked, answer } = asking();
  pending.refresh();
  pending.refresh();
  pending.refresh();
  expect(asked).toHaveLength(1);
  await answer(ok([day("old")]));
  // It may have been read before the change.
  expect([asked.length, pending.days.value]).toEqual([2, null]);
  await answer(ok([day("new")]));
  expect([asked.length, pending.days.value]).toEqual([2, [day("new")]]);
});

test("what may be shown no more is gone at once", async () => {
  const { pending, answer } = asking();
  pending.refresh();
  await answer(ok([day("named")]));
  pending.reset();
  expect(pending.days.value).toBeNull();
  await answer(ok([day("masked")]));
  expect(pending.days.value).toEqual([day("masked")]);
});

test("a refusal is told, and what was known stays", async () => {
  const { pending, answer } = asking();
  pending.refresh();
  await answer(ok([day("one")]));
  pending.refresh();
  await answer({ ok: false, error: problem("store-locked") });
  expect([pending.days.value, pending.problem.value?.code]).toEqual([[day("one")], "store-locked"]);
  pending.refresh();
  await answer(ok([]));
  expect([pending.days.value, pending.problem.value]).toEqual([[], null]);
});
