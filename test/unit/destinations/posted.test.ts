import { expect, test } from "vitest";
import { destinationKinds } from "../../../common/destinations.ts";
import { openDestination } from "../../../main/destinations/open-destination.ts";
import { postedOf } from "../../../main/destinations/posted.ts";
import { englishInLondon } from "../../support/english.ts";
import { now } from "../../support/outgoing.ts";
import { aMessage } from "../../support/played-queue.ts";

test.each(destinationKinds)("what is shown of a message to a %s is what is posted", async (kind) => {
  const posted: string[] = [];
  const destination = openDestination(kind, {
    url: "https://example.com/",
    host: "example.com",
    async post({ body }) {
      posted.push(body);
      return { status: 200, body: "ok", retryAfter: null, date: null, isWhole: true };
    },
    keys: [],
    l10n: () => englishInLondon,
    now: () => now,
  });
  const message = aMessage(1);
  const signal = new AbortController().signal;
  expect(await destination.send([{ message, doubtful: false, refusals: 0 }], signal)).toEqual({
    result: "sent",
  });
  expect(destination.kind).toBe(kind);
  const { body, ...rest } = postedOf(kind, message, englishInLondon);
  expect(rest).toEqual({ kind });
  expect(posted).toEqual([JSON.stringify(body)]);
});
