import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outcome } from "../../../main/destinations/destination.ts";
import {
  goneOutcome,
  refusedOutcome,
  sentOutcome,
  silentOutcome,
  someSending,
} from "../../support/sending.ts";

const hour = 60 * 60_000;
const outcomes: readonly (Outcome | null)[] = [
  sentOutcome,
  refusedOutcome,
  goneOutcome,
  silentOutcome(),
  silentOutcome(true),
  silentOutcome(true, 0),
  null,
];
const ids = ["url-1", "url-2", "slack-1", "workflow-1"];

test("whatever destinations answer, each message is taken once at most, in order, and none is lost", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...ids), { maxLength: 30 }),
      fc.array(fc.constantFrom(...outcomes), { maxLength: 25 }),
      fc.array(fc.constantFrom("wake", "resumed", "retry", "offline", "online", "pass"), { maxLength: 15 }),
      async (owed, answers, events) => {
        const { owe, rows, box, time, dispatcher, faults } = someSending();
        const taken: string[] = [];
        const left = [...answers];
        box.answer = (messages) => {
          const outcome = left.length > 0 ? (left.shift() ?? null) : sentOutcome;
          if (outcome?.result === "sent") taken.push(...messages);
          return outcome;
        };
        owed.forEach((id, index) => void owe(id, index + 1));
        dispatcher.start();
        for (const event of events) {
          if (event === "wake") dispatcher.wake();
          if (event === "resumed") dispatcher.resumed();
          if (event === "retry") for (const id of ids) dispatcher.retry(id);
          if (event === "offline" || event === "online") box.online = event === "online";
          await time.pass(event === "pass" ? hour : 700);
        }
        box.online = true;
        for (let i = 0; i <= answers.length; i++) {
          for (const id of ids) dispatcher.retry(id);
          await time.pass(hour);
        }
        expect(faults).toEqual([]);
        expect(new Set(taken).size).toBe(taken.length);
        for (const id of ids) {
          const own = [...rows.values()].filter(({ destination }) => destination === id);
          const sent = own.filter(({ state }) => state === "sent").map(({ message }) => message.id);
          expect(taken.filter((one) => sent.includes(one))).toEqual(sent);
          expect(own.filter(({ state }) => state !== "sent" && state !== "given-up")).toEqual([]);
        }
        await dispatcher.close();
      },
    ),
    { numRuns: 100 },
  ));
