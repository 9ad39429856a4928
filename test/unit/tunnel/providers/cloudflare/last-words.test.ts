import { expect, test } from "vitest";
import { lastWords } from "../../../../../main/tunnel/providers/cloudflare/last-words.ts";

const at = "2026-11-23T09:00:00Z";

test("a tunnel that Cloudflare refuses again and again is refused, not late", () => {
  const lines = [
    `${at} INF Starting tunnel tunnelID=7f9c`,
    `${at} ERR Register tunnel error from server side error="Unauthorized: Invalid tunnel secret" connIndex=0`,
    `${at} INF Retrying connection in up to 2s connIndex=0`,
  ];
  expect(lastWords(lines, "tunnel-late")).toMatchObject({ code: "tunnel-refused", detail: lines[1] });
});

test("a network that lets nothing through is unreachable", () => {
  const lines = [
    `${at} ERR Serve tunnel error error="failed to dial to edge with quic: timeout" connIndex=0`,
  ];
  expect(lastWords(lines, "tunnel-late")).toMatchObject({ code: "tunnel-unreachable", detail: lines[0] });
});

test("what cloudflared says of its everyday work is no cause", () => {
  const lines = [`${at} INF Your quick Tunnel has been created!`, `${at} INF Registered tunnel connection`];
  expect(lastWords(lines, "tunnel-late")).toMatchObject({ code: "tunnel-late", detail: "" });
});

test("the last of several complaints is told", () => {
  const lines = [`${at} WRN first`, `${at} ERR second`];
  expect(lastWords(lines, "tunnel-ended")).toMatchObject({ code: "tunnel-ended", detail: lines[1] });
});
