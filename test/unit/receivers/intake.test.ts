import { expect, test } from "vitest";
import { receive } from "../../../main/receivers/intake.ts";
import { timekit } from "../../../main/sources/timekit/source.ts";

test("a source judges a signature by when the delivery came, however long the secrets take", async () => {
  const asked: number[] = [];
  let clock = 1_000;
  const outcome = await receive(
    {
      source: {
        ...timekit,
        signedBy(_body, _signature, _secrets, receivedAt) {
          asked.push(receivedAt);
          return null;
        },
      },
      body: new Uint8Array(),
      signature: undefined,
      headers: {},
      test: false,
    },
    {
      async signingSecrets() {
        clock += 86_400_000;
        return { secrets: ["a secret"], unreadable: false };
      },
      take: () => Promise.reject(new Error("It is not signed.")),
      onSigned() {},
      now: () => clock,
    },
  );
  expect(outcome.kind).toBe("unsigned");
  expect(asked).toEqual([1_000]);
});
