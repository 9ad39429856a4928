import { expect, test } from "vitest";
import { leaveOut } from "../../../scripts/package/leave-out.mjs";

function leftOut(version: string): string[] {
  const filter: string[] = [];
  leaveOut({ packager: { config: { files: [{ filter }] }, info: { framework: { version } } } });
  return filter;
}

test("what the built code has within it is packed no second time", () => {
  for (const version of ["33.2.1", "45.4.1"]) {
    for (const within of ["zod", "ssh2", "@nats-io/nuid"])
      expect(leftOut(version)).toContain(`!**/node_modules/${within}/**`);
    expect(leftOut(version)).not.toContain("!**/node_modules/@ngrok/ngrok/**");
  }
});

test("SQLite is packed beside an Electron whose own is not sound, and not beside a newer one", () => {
  const sqlite = "!**/node_modules/@photostructure/sqlite/**";
  expect(leftOut("41.9.0")).not.toContain(sqlite);
  expect(leftOut("42.0.0")).toContain(sqlite);
  expect(leftOut("45.4.1")).toContain(sqlite);
});
