import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import path from "node:path";
import { onTestFinished } from "vitest";
import { createFraming } from "../../../main/desktop/dbus/framing.ts";
import { decode, type Incoming } from "../../../main/desktop/dbus/message.ts";
import { temporaryFolder } from "../files.ts";
import { type Wired, wireMessage } from "./wire.ts";

const bus = "org.freedesktop.DBus";
const text = (value: string) => ({ signature: "s", value });

/** One end of a connection, which says whatever it is told to say, in either byte order. */
export interface Peer {
  readonly socket: Socket;
  send(message: Omit<Wired, "serial">): void;
  /** Answers a call, in the name of `from`, which only a bus may choose. */
  answer(call: Incoming, signature?: string, body?: readonly unknown[], from?: string): void;
}

type Hears = (message: Incoming, peer: Peer) => void;

function peerOn(socket: Socket, isLittle: boolean, hears: Hears) {
  let serial = 0;
  const send = (message: Omit<Wired, "serial">) =>
    void socket.write(wireMessage({ ...message, serial: ++serial }, isLittle));
  const peer: Peer = {
    socket,
    send,
    answer(call, signature = "", body = [], from = bus) {
      const fields = {
        5: { signature: "u", value: call.serial },
        6: text(call.sender ?? ":1.7"),
        7: text(from),
      };
      send({ kind: 2, fields, signature, body });
    },
  };
  const take = createFraming((bytes) => hears(decode(bytes), peer));
  return { peer, take };
}

const letIn = (socket: Socket) => void socket.write(`OK ${"0".repeat(32)}\r\n`);

/** Plays the bus itself, for what a real one never does; `greets` is what it does when somebody says who they are. */
export async function playBus(hears: Hears, greets: (socket: Socket) => void = letIn) {
  const file = path.join(temporaryFolder(), "bus");
  const peers: Peer[] = [];
  const server = createServer((socket) => {
    const { peer, take } = peerOn(socket, true, hears);
    peers.push(peer);
    let heard = "";
    socket.on("data", (piece) => {
      if (heard.endsWith("BEGIN\r\n")) return take(piece);
      // Bookbell begins only once it was let in, so that nothing else comes with it.
      heard += piece.toString("latin1");
      if (/^\0AUTH EXTERNAL [0-9a-f]+\r\n$/.test(heard)) greets(socket);
      const end = heard.indexOf("BEGIN\r\n") + 7;
      if (end > 6 && end < heard.length) {
        take(Buffer.from(heard.slice(end), "latin1"));
        heard = heard.slice(0, end);
      }
    });
    socket.on("error", () => {});
  });
  server.listen(file);
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    for (const { socket } of peers) socket.destroy();
  });
  return { address: `unix:path=${file}`, peers };
}

/** What a bus answers to a client that follows a program, which is there as ":1.9". */
export function politely(call: Incoming, { answer }: Peer): void {
  if (call.member === "Hello") answer(call, "s", [":1.7"]);
  if (call.member === "AddMatch") answer(call);
  if (call.member === "GetNameOwner") answer(call, "s", [":1.9"]);
}

/** A client of a real bus that owns a name and speaks the other byte order than all of this computer's do. */
export async function bigEndianClient(address: string, name: string, hears: Hears): Promise<Peer> {
  const socket = connect(address.replace(/^unix:path=([^,]*).*/, "$1"));
  onTestFinished(() => void socket.destroy());
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.())).toString("hex")}\r\n`);
  await once(socket, "data");
  socket.write("BEGIN\r\n");
  const { peer, take } = peerOn(socket, false, hears);
  const call = (member: string, signature?: string, body?: readonly unknown[]) => {
    const path = { signature: "o", value: "/org/freedesktop/DBus" };
    const fields = { 1: path, 2: text(bus), 3: text(member), 6: text(bus) };
    peer.send({ kind: 1, fields, ...(signature && { signature }), body: body ?? [] });
  };
  socket.on("data", take);
  call("Hello");
  call("RequestName", "su", [name, 4]);
  return peer;
}
