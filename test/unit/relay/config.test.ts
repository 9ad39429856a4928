import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../../relay/config.ts";
import { temporaryFolder } from "../../support/files.ts";

function environment(tokens: string) {
  const folder = temporaryFolder();
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  return {
    BOOKBELL_RELAY_NATS: "ws://one,ws://two",
    BOOKBELL_RELAY_TEAM: "acme",
    BOOKBELL_RELAY_CREDS_FILE: file("creds", "the creds"),
    BOOKBELL_RELAY_TOKEN_FILE: file("token", tokens),
  };
}
const token = "t".repeat(43);

test("secrets come from files, the rest has defaults that reach nobody else", () => {
  expect(readConfig(environment(`${token}\n`))).toEqual({
    servers: ["ws://one", "ws://two"],
    creds: "the creds",
    team: "acme",
    tokens: [token],
    host: "127.0.0.1",
    port: 8081,
    metricsPort: 8082,
    successCode: 204,
  });
});

test("of two tokens the one that ends says when", () => {
  const old = "o".repeat(43);
  expect(readConfig(environment(`${token}\n${old} 2026-12-01T02:03:04.000Z\n`))).toMatchObject({
    tokens: [token],
    ending: { token: old, until: Date.UTC(2026, 11, 1, 2, 3, 4) },
  });
});

test("what is wrong is named, without what it says", () => {
  const wrong = { ...environment(token), BOOKBELL_RELAY_TEAM: "a.b", BOOKBELL_RELAY_PORT: "99999" };
  expect(() => readConfig(wrong)).toThrow("Not set, or wrong: BOOKBELL_RELAY_TEAM, BOOKBELL_RELAY_PORT.");
  for (const tokens of [
    "",
    "short",
    `${token}\nshort`,
    `${token}\n${token} soon`,
    `${token} 2026-12-01T02:03:04.000Z`,
  ])
    expect(() => readConfig(environment(tokens))).toThrow(/^The token file holds something else/);
});
