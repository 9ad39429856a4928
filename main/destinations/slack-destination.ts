import type { SlackBody } from "../../common/outgoing-body.ts";
import type { TimeFormat } from "../../common/time.ts";
import type { Batch, Destination } from "./destination.ts";
import { asRepeat, asTextOnly, slackBody, slackDigest } from "./slack.ts";
import { readSlackAnswer } from "./slack-answer.ts";
import { tryOnce, type WayParts } from "./try-once.ts";

export interface SlackParts extends WayParts {
  format(): TimeFormat;
}

/** A channel, by its incoming webhook. */
export const createSlackDestination = (parts: SlackParts): Destination => ({
  kind: "slack",
  send: (outgoing, signal) =>
    tryOnce(
      parts,
      {
        body: JSON.stringify(bodyOf(outgoing, parts.format())),
        headers: {},
        read: readSlackAnswer,
        byStatus: false,
      },
      signal,
    ),
});

function bodyOf(outgoing: Batch, format: TimeFormat): SlackBody {
  const [{ message }, ...more] = outgoing;
  const plain =
    more.length > 0 ? slackDigest(outgoing.map((one) => one.message)) : slackBody(message, format);
  const body = outgoing.some(({ refusals }) => refusals > 0) ? asTextOnly(plain) : plain;
  return outgoing.some(({ doubtful }) => doubtful) ? asRepeat(body) : body;
}
