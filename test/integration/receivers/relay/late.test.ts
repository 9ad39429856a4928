import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { WebSocketServer } from "ws";
import { someInvitation } from "../../../support/invitation.ts";
import { aTeam } from "../../../support/relay.ts";
import { aLaptop } from "../../../support/relay-laptop.ts";

test("who took too long to sign in comes again, and is not told that its access was taken away", async () => {
  // As a nats-server does after two seconds in which a busy computer could not answer.
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => void server.close());
  server.on("connection", (socket) => {
    socket.send(Buffer.from('INFO {"version":"2.15.1","nonce":"nonce","max_payload":1000000}\r\n'));
    socket.once("message", () => socket.send(Buffer.from("-ERR 'Authentication Timeout'\r\n")));
  });
  const { creds } = await (await aTeam()).seat("anna");
  const nats = [`ws://127.0.0.1:${(server.address() as AddressInfo).port}`];
  const { provider } = aLaptop({ ...someInvitation, nats, creds });
  const opening = provider.open(1, new AbortController().signal);
  await expect(opening).rejects.toMatchObject({ code: "relay-unreachable" });
});
