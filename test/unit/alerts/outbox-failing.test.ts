import { describe, expect, test } from "vitest";
import { alert, anOutbox, hung } from "../../support/outbox.ts";

describe("when the system cannot show", () => {
  test("what failed stays owed, is told once it can, and is counted meanwhile; the others are tried, too", async () => {
    const { wake, box, told, settled, tried, waiting } = anOutbox({ answer: async () => "failed" });
    await wake();
    expect([told, settled, tried, waiting]).toEqual([[1, 2], [], [1, 2], [2]]);
    box.answer = async () => "shown";
    await wake();
    expect([settled, waiting]).toEqual([
      ["1 shown 7", "2 shown 7"],
      [2, 0],
    ]);
  });

  test("one that throws holds up no other", async () => {
    let first = true;
    const { wake, settled, faults } = anOutbox({
      async answer() {
        if (!first) return "shown";
        first = false;
        throw new Error("no");
      },
    });
    await wake();
    expect([settled, faults.length]).toEqual([["2 shown 7"], 1]);
    await wake();
    expect(settled).toEqual(["2 shown 7", "1 shown 7"]);
  });

  test("the rest waits for one that hangs, however often it is woken, and that one is not told again", async () => {
    const { late, settle } = hung();
    const { wake, owed, box, told, digests, settled, waiting } = anOutbox({ answer: async () => late });
    await wake();
    box.answer = async () => "held";
    owed.push(alert(3), alert(4), alert(5), alert(6));
    await wake();
    await wake();
    expect([told, digests, settled, waiting.at(-1)]).toEqual([[1], [], [], 6]);
    box.answer = async () => "shown";
    settle(true);
    await expect.poll(() => owed).toEqual([]);
    expect([told, digests]).toEqual([[1], [[2, 3, 4, 5, 6]]]);
    expect(settled[0]).toBe("1 shown 7");
    expect(waiting.at(-1)).toBe(0);
  });

  test("what hung is told again when the system is gone that was sent it", async () => {
    const { late, settle } = hung();
    const { wake, owed, box, told } = anOutbox({ answer: async () => late });
    await wake();
    box.answer = async () => "shown";
    settle(false);
    await expect.poll(() => owed).toEqual([]);
    expect(told).toEqual([1, 1, 2]);
  });

  test("a digest that hung is not counted twice", async () => {
    const { late, settle } = hung();
    const { wake, owed, box, digests } = anOutbox({ answer: async () => late });
    owed.push(alert(3), alert(4));
    await wake();
    box.answer = async () => "shown";
    settle(false);
    await expect.poll(() => owed).toEqual([]);
    expect(digests).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
  });
});

describe("what is on the screen is not told again", () => {
  test("while the store cannot be written, and is marked once it can", async () => {
    const { wake, owed, box, told, settled, faults } = anOutbox();
    box.locked = true;
    for (let i = 0; i < 3; i++) await wake();
    owed.push(alert(3));
    await wake();
    expect([told, settled]).toEqual([[1, 2, 3], []]);
    expect(faults.length).toBeGreaterThan(0);
    box.now = 9;
    box.locked = false;
    await wake();
    expect(settled).toEqual(["1 shown 7", "2 shown 7", "3 shown 7"]);
    expect(told).toEqual([1, 2, 3]);
  });

  test("while the marker cannot be written, and the others are told", async () => {
    const { wake, owed, box, told, settled } = anOutbox();
    box.markerBroken = true;
    await wake();
    owed.push(alert(3));
    await wake();
    expect([told, settled.length]).toEqual([[1, 2, 3], 3]);
  });

  test("while neither can, and the marker names all of it as soon as it can", async () => {
    const { wake, owed, box, told, noted } = anOutbox();
    Object.assign(box, { locked: true, markerBroken: true });
    await wake();
    box.markerBroken = false;
    owed.push(alert(3));
    await wake();
    expect([told, noted]).toEqual([[1, 2, 3], [[1, 2, 3]]]);
  });
});
