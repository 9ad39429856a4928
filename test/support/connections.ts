import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";

/** Whether programs may be watched here; some containers forbid it. */
export function mayTrace(): boolean {
  try {
    execFileSync("strace", ["-qq", "-o", "/dev/null", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** How to start a program so that whatever it or any of its processes sends to the network is noted in a file. */
export function traced(file: string, program: string, args: readonly string[]) {
  const calls = "trace=connect,sendto,sendmsg,sendmmsg";
  const options = [
    "-f",
    "-qq",
    "-yy",
    "--seccomp-bpf",
    "-s",
    "256",
    "-e",
    calls,
    "-e",
    "signal=none",
    "-o",
    file,
  ];
  return { program: "strace", args: [...options, program, ...args] };
}

/**
 * What was connected to by TCP ("tcp 127.0.0.1:443") or sent by UDP ("udp", with the letters of what was sent: a
 * question for a name holds that name). To connect a UDP socket sends nothing, and does not count.
 */
export async function sentTo(file: string): Promise<string[]> {
  const found = callsIn(await readFile(file, "utf8")).flatMap((line) => {
    const [, call, descriptor = ""] = /^\d+ +(\w+)\(\d+<([^>]*(?:->[^>]*)?)>/.exec(line) ?? [];
    if (call === "connect" && descriptor.startsWith("TCP")) return [`tcp ${addressIn(line)}`];
    return call !== "connect" && descriptor.startsWith("UDP") ? [`udp ${lettersIn(line)}`] : [];
  });
  return [...new Set(found)];
}

/** A line each, also of a call that strace told in two, because another came between. */
function callsIn(trace: string): string[] {
  const begun = new Map<string, string>();
  // The last one may still be being written.
  return trace
    .split("\n")
    .slice(0, -1)
    .flatMap((line) => {
      const pid = line.split(" ", 1)[0] ?? "";
      const [first, unfinished] = line.split(/ *<unfinished \.\.\.>$/);
      if (unfinished !== undefined) {
        begun.set(pid, first ?? "");
        return [];
      }
      const rest = /^\d+ +<\.\.\. \w+ resumed>(.*)/.exec(line)?.[1];
      return [rest === undefined ? line : `${begun.get(pid) ?? ""}${rest}`];
    });
}

function addressIn(call: string): string {
  const host = /(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/.exec(call)?.[1];
  const port = /sin6?_port=htons\((\d+)\)/.exec(call)?.[1];
  return `${host}:${port}`;
}

/** strace writes what is no letter as a number. */
const lettersIn = (call: string) =>
  [...call.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text = ""]) => text.replace(/\\(\d{1,3}|\w)/g, "."))
    .join(" ");
