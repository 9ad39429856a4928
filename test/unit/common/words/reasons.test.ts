import { expect, test } from "vitest";
import type { DeliveryReason } from "../../../../common/reasons.ts";
import { english } from "../../../support/english.ts";

test.each<[DeliveryReason, string]>([
  [{ code: "signature" }, "The signature doesn’t match"],
  [{ code: "method" }, "Not sent as POST"],
  [{ code: "type" }, "Not sent as JSON"],
  [{ code: "size" }, "Larger than 256 KiB"],
  [{ code: "encoding" }, "Sent compressed"],
  [{ code: "not-json" }, "The body is not JSON in UTF-8."],
  [{ code: "too-deep", levels: 64 }, "The body is nested in more than 64 levels."],
  [{ code: "no-object" }, "This is not a Timekit booking: the body must be one JSON object."],
  [
    { code: "no-text", fields: ["id", "graph"] },
    "This is not a Timekit booking: id and graph must be a text.",
  ],
  [{ code: "read-failed", error: "RangeError" }, "Bookbell cannot read this body (RangeError)."],
  [{ code: "not-kept", error: "Error" }, "Bookbell cannot keep this (Error)."],
  [{ code: "as-told", text: "It is none." }, "It is none."],
])("%j is said as %s", (reason, text) => expect(english.reasonWords(reason)).toBe(text));
