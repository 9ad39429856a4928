import { expect, test } from "vitest";
import { firstUsable } from "../../../../main/receivers/relay/proxy-answer.ts";

test.each([
  ["DIRECT", "direct"],
  ["", "direct"],
  ["PROXY proxy.example:3128", "http://proxy.example:3128/"],
  ["proxy proxy.example:3128 ; DIRECT", "http://proxy.example:3128/"],
  ["PROXY proxy.example", "http://proxy.example/"],
  ["HTTPS proxy.example:443", "https://proxy.example/"],
  ["PROXY [::1]:3128", "http://[::1]:3128/"],
  [
    "SOCKS5 s.example:1080;SOCKS s.example:1080;HTTPS proxy.example:8443;DIRECT",
    "https://proxy.example:8443/",
  ],
  ["SOCKS s.example:1080; DIRECT", "direct"],
  ["SOCKS5 s.example:1080", undefined],
  ["QUIC q.example:443", undefined],
  ["PROXY", undefined],
  ["PROXY not a place", "http://not/"],
  ["PROXY :::;PROXY proxy.example:1", "http://proxy.example:1/"],
])("of %j the first that Bookbell knows is %j", (answer, expected) => {
  const found = firstUsable(answer);
  expect(found === "direct" ? found : found?.href).toBe(expected);
});
