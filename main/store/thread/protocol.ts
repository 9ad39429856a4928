import type { Delivery } from "../../bookings/delivery.ts";
import type { Store } from "../store.ts";

/** What the thread is started for: to serve `file`, or to save what can be read of it and end. */
export interface WorkerTask {
  readonly file: string;
  readonly salvage?: true;
}

/** The thread's first word: the file is open (or saved), or why it cannot be, and then it ends. */
export type Opening = { readonly open: true } | { readonly open: false; readonly error: Failure };

/** The groups of the store's calls. */
type Groups = Omit<Store, "take" | "close">;
export type Group = keyof Groups;

type Answered<Call> = Call extends (...args: infer Args) => infer Value
  ? (...args: Args) => Promise<Value>
  : never;

/** The store's groups as another thread has them: every call is answered later, none blocks. */
export type RemoteGroups = {
  readonly [G in Group]: { readonly [Name in keyof Groups[G]]: Answered<Groups[G][Name]> };
};

type ArgsOf<Call> = Call extends (...args: infer Args) => unknown ? Args : never;

/** A call of one of the groups. */
export type GroupCall = {
  [G in Group]: {
    [Name in keyof Groups[G]]: {
      readonly group: G;
      readonly name: Name;
      readonly args: ArgsOf<Groups[G][Name]>;
    };
  }[keyof Groups[G]];
}[Group];

export type Call = GroupCall | { readonly take: readonly Delivery[] } | { readonly close: true };

/** What goes to the thread, and what comes back under the same id. */
export interface Request {
  readonly id: number;
  readonly call: Call;
}
export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: Failure };

export interface Failure {
  readonly message: string;
  /**
   * SQLite's primary result code, "FULL", "CORRUPT"…; NEWER for a newer Bookbell's file; UNFINISHED when a salvage must
   * be gone on with first; else the system's.
   */
  readonly code: string;
}

/**
 * What is at hand itself, beside the store's groups, whose calls `ask` answers. A proxy finds their names, so that they
 * are written down in the store alone.
 */
export const withGroups = <Own extends object>(own: Own, ask: (call: GroupCall) => Promise<unknown>) =>
  new Proxy(own, {
    get: (_, group) => Reflect.get(own, group) ?? groupOf(group, ask),
  }) as Own & RemoteGroups;

const groupOf = (group: string | symbol, ask: (call: GroupCall) => Promise<unknown>) =>
  new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          ask({ group, name, args } as unknown as GroupCall),
    },
  );

/** Does that call on the store itself, or hands it on to another client. */
export function carryOut(store: Groups | RemoteGroups, { group, name, args }: GroupCall): unknown {
  const call = (store[group] as Record<string, unknown>)[name] as (...args: readonly unknown[]) => unknown;
  return call(...args);
}
