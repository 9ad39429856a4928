import log from "electron-log/main";
import { redact } from "./redact.ts";

/** What the parts of Bookbell write to; details are ids, codes and counts, never bodies, names or addresses. */
export interface Log {
  info(message: string, details?: object): void;
  warn(message: string, details?: object): void;
  error(message: string, details?: object): void;
  /** An error that ends Bookbell: it is on the disk when this returns, and so is all that follows. */
  fault(message: string, details?: object): void;
}

/** Opens the log file in the profile's folder; it is turned over at 1 MB. */
export function openLog(): Log {
  log.transports.file.level = "info";
  // A line for every delivery must not hold up the window on a slow disk.
  log.transports.file.sync = false;
  log.transports.console.level = "info";
  log.hooks.push((message) => ({ ...message, data: message.data.map((part) => redact(flat(part))) }));
  const write = (level: "info" | "warn" | "error") => (message: string, details?: object) =>
    log[level](...(details ? [message, details] : [message]));
  const error = write("error");
  return {
    info: write("info"),
    warn: write("warn"),
    error,
    fault(message, details) {
      // electron-log 5.4 reads `sync` only when it opens the file, and its types leave this out.
      Object.assign(log.transports.file.getFile(), { writeAsync: false });
      error(message, details);
    },
  };
}

/** Where the log is written. */
export const logFile = (): string => log.transports.file.getFile().path;

function flat(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === "string"
    ? part
    : JSON.stringify(part, (_key, value) => (value instanceof Error ? flat(value) : value));
}
