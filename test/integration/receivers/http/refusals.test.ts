import { connect } from "node:net";
import { expect, test } from "vitest";
import { hookPath } from "../../../../main/lib/tokens.ts";
import { receivingWith } from "../../../support/http-receiver.ts";
import { knowing, noneAdded } from "../../../support/tokens.ts";

/** All of receiving, on a disk that takes nothing; what it writes to the log is kept. */
async function aReceiving() {
  const lines: [message: string, details: object | undefined][] = [];
  const write = (message: string, details?: object) => void lines.push([message, details]);
  const token = "t".repeat(43);
  const { receiving, port } = await receivingWith({
    addresses: {
      timekit: { ...knowing(token), at: (origin: string) => `${origin}${hookPath(token)}` },
      ...noneAdded,
    },
    log: { info: write, warn: write, error: write, fault: write },
    take: async () => {
      throw new Error("disk full");
    },
  });
  lines.length = 0;
  return { receiving, port, address: receiving.localAddress() ?? "", lines };
}

/** The status of the answer to a path that no URL may have. */
function statusOf(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`));
    socket.once("data", (data) => {
      resolve(Number(String(data).slice(9, 12)));
      socket.destroy();
    });
    socket.once("error", reject);
  });
}

test("paths that cannot be decoded count as guesses, and the log counts them in one line a minute", async () => {
  const { receiving, port, lines } = await aReceiving();
  const statuses: number[] = [];
  for (let i = 0; i < 200; i++) statuses.push(await statusOf(port, "/hooks/timekit/%zz"));
  expect(new Set(statuses)).toEqual(new Set([404, 429]));
  expect(lines).toEqual([]);
  receiving.minute();
  const count = (status: number) => statuses.filter((one) => one === status).length;
  expect(lines).toEqual([["Requests not taken", { "404 refused": count(404), "429 refused": count(429) }]]);
  receiving.minute();
  expect(lines).toHaveLength(1);
});

test("why nothing can be kept is in the log at once, and once a minute; what was counted also at the end", async () => {
  const { receiving, address, lines } = await aReceiving();
  const headers = { "content-type": "application/json" };
  const post = () => fetch(address, { method: "POST", body: "{}", headers });
  for (let i = 0; i < 3; i++) expect((await post()).status).toBe(503);
  const cause = [
    "Could not take a request",
    { status: 503, outcome: "unavailable", error: expect.objectContaining({ message: "disk full" }) },
  ];
  expect(lines).toEqual([cause]);
  receiving.minute();
  await post();
  const counted = (count: number) => ["Requests not taken", { "503 unavailable": count }];
  await receiving.close();
  expect(lines).toEqual([cause, counted(3), cause, counted(1)]);
});
