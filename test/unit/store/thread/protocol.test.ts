import { expect, test } from "vitest";
import { type GroupCall, withGroups } from "../../../../main/store/thread/protocol.ts";

const aClient = () => {
  const asked: GroupCall[] = [];
  const own = { close: () => "closed" };
  const client = withGroups(own, async (call) => {
    asked.push(call);
    return `${call.group}.${call.name}`;
  });
  return { client, asked };
};

test("a call of a group is asked by its names, with its arguments", async () => {
  const { client, asked } = aClient();
  const { open } = client.gaps;
  expect(await client.bookings.get("b")).toBe("bookings.get");
  expect(await open(7, "asleep")).toBe("gaps.open");
  expect(asked).toEqual([
    { group: "bookings", name: "get", args: ["b"] },
    { group: "gaps", name: "open", args: [7, "asleep"] },
  ]);
});

test("what is at hand itself is not asked", () => {
  const { client, asked } = aClient();
  expect(client.close()).toBe("closed");
  expect(asked).toEqual([]);
});

test("it can be handed on by a promise", async () => {
  const { client, asked } = aClient();
  expect(await Promise.resolve(client)).toBe(client);
  expect(asked).toEqual([]);
});
