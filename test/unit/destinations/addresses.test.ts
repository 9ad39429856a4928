import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Surroundings, slackOrigins, targetOf } from "../../../main/destinations/addresses.ts";

const around: Surroundings = {
  own: ["https://bell.example.com/hooks", "http://127.0.0.1:26655", "not an address"],
  slackOrigins,
};
const url = (text: string) => targetOf("url", text, around);
const refusal = (code: string) => ({ ok: false, why: { code } });
const open = { code: "target-open" };

test("an address is kept as its parser has it, and only its host is for showing", () => {
  expect(url(" HTTPS://Hooks.Zapier.com/hooks/catch/1/abc/?x=1#top ")).toEqual({
    ok: true,
    url: "https://hooks.zapier.com/hooks/catch/1/abc/?x=1",
    host: "hooks.zapier.com",
    warning: null,
  });
  expect(url("hook.eu1.make.com/abc")).toMatchObject({ ok: true, url: "https://hook.eu1.make.com/abc" });
  expect(url("https://n8n.lan:5678/webhook/x")).toMatchObject({ host: "n8n.lan:5678", warning: null });
});

test.each([
  "",
  "  ",
  "https://",
  "ftp://example.com",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "https://a b/",
])("%j is no address", (text) => expect(url(text)).toEqual(refusal("target-malformed")));
test("nor is one longer than any", () =>
  expect(url(`https://example.com/${"x".repeat(2_048)}`)).toEqual(refusal("target-malformed")));

describe("without encryption", () => {
  test.each([
    "http://homeassistant.local:8123/api/webhook/x",
    "http://homeassistant.local.:8123/api/webhook/x",
    "http://nas/hook",
    "http://n8n.lan/webhook/x",
    "http://box.home.arpa/",
    "http://n8n.corp.internal/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://172.31.255.254/",
    "http://192.168.1.2:8080/",
    "http://3232235778/",
    "http://0300.0250.1.2/",
    "http://[::ffff:192.168.1.2]/",
    "http://[fd12:3456::1]/",
    "http://[fe80::1]/",
  ])("%s is taken, as it stays in the house, with a warning", (text) =>
    expect(url(text)).toMatchObject({ ok: true, warning: open }),
  );

  test.each([
    "http://localhost:3000/",
    "http://127.0.0.1:3000/",
    "http://[::1]:3000/",
    "http://2130706433/",
    "http://0x7f.1/",
  ])("%s is taken, as it does not leave this computer", (text) =>
    expect(url(text)).toMatchObject({ ok: true, warning: null }),
  );

  test.each([
    "http://example.com/",
    "http://8.8.8.8/",
    "http://172.15.0.1/",
    "http://172.32.0.1/",
    "http://192.169.0.1/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://134744072/",
    "http://[2001:db8::1]/",
    "http://[::ffff:8.8.8.8]/",
    "http://local.example.com/",
    "http://example.com/x.lan/",
    "http://notlan.xlan.com/",
    "http://fd00.example.com/",
  ])("%s is not", (text) => expect(url(text)).toEqual(refusal("target-unencrypted")));
});

test.each([
  "http://169.254.169.254/latest/meta-data",
  "https://169.254.169.254/",
  "https://169.254.1.1./",
  "http://2852039166/",
  "http://0xA9FEA9FE/",
  "http://0251.0376.0251.0376/",
  "http://[::ffff:169.254.169.254]/",
  "http://[::ffff:a9fe:a9fe]/",
  "http://[::169.254.169.254]/",
  "https://[64:ff9b::169.254.169.254]/",
  "http://[fd00:ec2::254]/",
  "http://metadata.google.internal/",
  "http://metadata.google.internal./",
])("%s gives a cloud's keys, and is refused", (text) =>
  expect(url(text)).toEqual(refusal("target-reserved")),
);

test.each(["https://user@example.com/", "https://user:pass@example.com/", "https://:pass@example.com/"])(
  "%s is refused: what stands before the @ would be lost",
  (text) => expect(url(text)).toEqual(refusal("target-login")),
);

describe("Bookbell's own", () => {
  test.each([
    "https://bell.example.com/hooks/timekit/abc",
    "https://BELL.example.com.:443/hooks",
    "http://localhost:26655/hooks/timekit/abc",
    "http://127.0.0.1:26655/",
    "http://127.8.8.8:26655/",
    "http://[::1]:26655/",
    "http://[::ffff:127.0.0.1]:26655/",
  ])("%s is refused", (text) => expect(url(text)).toEqual(refusal("target-own")));

  test.each([
    "https://bell.example.com/hooks-of-others",
    "https://bell.example.com:8443/hooks",
    "https://other.example.com/hooks",
    "http://127.0.0.1:26656/",
  ])("%s is another", (text) => expect(url(text)).toMatchObject({ ok: true }));
});

test("n8n's test address is refused, its production address is not", () => {
  expect(url("https://n8n.example.com/webhook-test/abc")).toEqual(refusal("target-n8n-test"));
  expect(url("https://n8n.example.com/webhook/abc")).toMatchObject({ ok: true });
});

describe("Slack", () => {
  const webhook = "https://hooks.slack.com/services/T012AB3CD/B012AB3CD/abcDEF123456";
  const government = webhook.replace("slack.com", "slack-gov.com");
  const trigger = `https://hooks.slack.com/triggers/E012AB3CD/1234567890/${"0123456789abcdef".repeat(2)}`;
  const older = "https://hooks.slack.com/workflows/T012AB3CD/A012AB3CD/1234567890/abcDEF123456";

  test.each([
    ["slack", webhook],
    ["slack", government],
    ["slack", webhook.replace("https://", "")],
    ["workflow", trigger],
    ["workflow", older],
  ] as const)("as %s: %s", (kind, text) =>
    expect(targetOf(kind, text, around)).toMatchObject({ ok: true, warning: null }),
  );

  test.each([
    ["slack", trigger, "target-not-slack"],
    ["slack", webhook.replace("https", "http"), "target-not-slack"],
    ["slack", webhook.replace("slack.com", "slack.com.evil.example"), "target-not-slack"],
    ["slack", `${webhook}?x=1`, "target-not-slack"],
    ["slack", webhook.replace("/B012AB3CD", ""), "target-not-slack"],
    ["slack", webhook.replace("hooks.", "x@hooks."), "target-login"],
    ["workflow", webhook, "target-not-workflow"],
    ["workflow", trigger.slice(0, -1), "target-not-workflow"],
    ["url", webhook, "target-slack"],
    ["url", trigger, "target-slack"],
  ] as const)("not as %s: %s", (kind, text, code) =>
    expect(targetOf(kind, text, around)).toEqual(refusal(code)),
  );
});

test("whatever is entered is answered, and what is taken is taken again unchanged", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.ipV6().map((ip) => `http://[${ip}]/`),
        fc
          .tuple(
            fc.constantFrom("", "http://", "https://", "HTTPS:\\\\", "ftp://"),
            fc.oneof(fc.ipV4Extended(), fc.domain(), fc.constantFrom("nas", "n8n.lan.", "xn--a", "a@b")),
            fc.string({ unit: "grapheme", maxLength: 20 }),
          )
          .map(([scheme, host, path]) => `${scheme}${host}/${path}`),
      ),
      (text) => {
        const target = url(text);
        if (target.ok) expect(url(target.url)).toEqual(target);
      },
    ),
  ));
