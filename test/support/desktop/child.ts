import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { patienceMs } from "../patience.ts";
import { Changes } from "./changes.ts";

/** Who has not ended politely by then hangs, and is ended. */
const endMs = 5_000;
const keptLines = 30;

/** The environment of a private desktop: what `startDesktop` gives and programs run in. */
export type Env = Readonly<Record<string, string>>;

/** A program of the test desktop, known by its pid and by what it prints. */
export class Child {
  readonly #process: ChildProcess;
  readonly #program: string;
  readonly #lines: string[] = [];
  readonly #changes = new Changes();
  readonly #exited: Promise<void>;
  #ending: string | undefined;

  constructor(program: string, args: readonly string[], env: Env, onLine?: (line: string) => void) {
    this.#program = program;
    // A test runner that is killed runs no clean-up: the kernel ends its children instead.
    const command = ["--pdeathsig", "KILL", "--", program, ...args];
    this.#process = spawn("setpriv", command, { env, stdio: ["ignore", "pipe", "pipe", "pipe"] });
    for (const stream of this.#process.stdio.slice(1)) {
      eachLine(stream as Readable, (line) => this.#record(line));
      if (onLine && stream === this.#process.stdout) eachLine(stream as Readable, onLine);
    }
    this.#exited = new Promise((resolve) => {
      this.#process.once("error", () => resolve());
      this.#process.once("exit", () => resolve());
    });
    const ended = (how: unknown) => {
      this.#ending = String(how);
      this.#changes.announce();
    };
    this.#process.once("error", ended);
    // "close" comes when all output has been read, so that the report says why.
    this.#process.once("close", (code, signal) => ended(signal ?? code));
  }

  get pid(): number {
    if (this.#process.pid === undefined) throw new Error(this.#report("did not start"));
    return this.#process.pid;
  }

  /** The first line that matches, on any of its outputs (1, 2 and 3). */
  printed(pattern: RegExp): Promise<string> {
    return this.#until(() => this.#lines.find((line) => pattern.test(line)));
  }

  /** What shows elsewhere that the program is ready, or an error as soon as it ends instead. */
  async ready<T>(sign: Promise<T>): Promise<T> {
    let shown = false;
    try {
      return await Promise.race([sign, this.#until(() => shown || undefined).then(() => sign)]);
    } finally {
      shown = true;
      this.#changes.announce();
    }
  }

  /** Ends it, politely first; settles in any case. */
  async end(): Promise<void> {
    this.#process.kill("SIGTERM");
    // A test may have stopped it to play a hung program: it must run to end politely.
    this.#process.kill("SIGCONT");
    if (await this.#exitWithin(endMs)) return;
    this.#process.kill("SIGKILL");
    await this.#exited;
  }

  /** Has it end politely, however long that takes it: for what it leaves, and does, at its end. */
  async quit(): Promise<void> {
    this.#process.kill("SIGTERM");
    if (!(await this.#exitWithin(patienceMs))) throw new Error(this.#report("did not end"));
  }

  #until<T>(look: () => T | undefined): Promise<T> {
    const lookAgain = () => {
      const found = look();
      if (found === undefined && this.#ending !== undefined) throw new Error(this.#report("ended"));
      return found;
    };
    return this.#changes.until(lookAgain, patienceMs, () => this.#report("did not get ready"));
  }

  async #exitWithin(timeoutMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, false);
    });
    const inTime = await Promise.race([this.#exited.then(() => true), late]);
    clearTimeout(timer);
    return inTime;
  }

  #record(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > keptLines) this.#lines.shift();
    this.#changes.announce();
  }

  #report(what: string): string {
    const ending = this.#ending === undefined ? "" : ` (${this.#ending})`;
    return `${this.#program} ${what}${ending}: ${this.#lines.join(" | ")}`;
  }
}

// Not node:readline, which also ends lines at U+2028 and U+2029: hostile text in a message may hold them.
function eachLine(stream: Readable, onLine: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
}
