import type { Readable } from "node:stream";

const keptLines = 20;
const longestLine = 400;
/** Characters of a secret that give it away, also when a line was cut within it. */
const tellingLength = 16;

/**
 * Reads all that a program says, and keeps the last lines of it, each cut to a bearable length. A line that holds
 * the beginning of `secret` is not kept.
 */
export function keepLastLines(streams: readonly Readable[], secret: string | null): readonly string[] {
  const kept: string[] = [];
  const keep = (line: string) => {
    if (secret && line.includes(secret.slice(0, tellingLength))) return;
    if (line.trim()) kept.push(line.trim().slice(0, longestLine));
    if (kept.length > keptLines) kept.shift();
  };
  for (const stream of streams) {
    let rest = "";
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = (lines.pop() ?? "").slice(0, longestLine);
      for (const line of lines) keep(line);
    });
    stream.once("end", () => keep(rest));
    // A pipe that breaks says nothing that the end of the process does not say.
    stream.on("error", () => {});
  }
  return kept;
}
