import type { AskName, Bridge, InputOf, OutputOf, TellName } from "../../common/ipc.ts";
import type { Problem, View } from "../../common/view.ts";

type Call = { [K in AskName]: { readonly name: K; readonly input: InputOf<K> } }[AskName];

/** What a test holds of the mocked main: what the page asked, and the means to tell it something. */
export interface Mock {
  readonly calls: Call[];
  readonly change: (changes: Partial<View>) => void;
  readonly reveal: (id: string) => void;
  /** From now on main refuses this request; null lets it succeed again. */
  readonly refuse: (name: AskName, problem: Problem | null) => void;
  /** Lets getView answer, when the page was opened with `slow`. */
  readonly answerView: () => void;
}

export interface Opening {
  readonly view: View;
  readonly slow: boolean;
  readonly refused: { readonly name: AskName; readonly problem: Problem } | null;
}

/** Runs in the page before its own code and is sent there as text: it can use nothing from outside itself. */
export function installMock({ view, slow, refused }: Opening): void {
  const calls: Call[] = [];
  const refusals = new Map<AskName, Problem>(refused ? [[refused.name, refused.problem]] : []);
  const listeners: { [K in TellName]: Set<(message: never) => void> } = {
    viewChanged: new Set(),
    revealBooking: new Set(),
  };
  const current = { ...view };
  let answerView = () => {};
  const asked = slow ? new Promise<void>((resolve) => (answerView = resolve)) : Promise.resolve();

  const answer = async <K extends AskName>(name: K, input: InputOf<K>, value: () => OutputOf<K>) => {
    calls.push({ name, input } as Call);
    if (name === "getView") await asked;
    const problem = refusals.get(name);
    return problem ? ({ ok: false, error: problem } as const) : ({ ok: true, value: value() } as const);
  };
  const listen =
    (name: TellName) =>
    (listener: (message: never) => void): (() => void) => {
      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    };
  const change = (changes: Partial<View>) => {
    Object.assign(current, changes);
    for (const listener of listeners.viewChanged) (listener as (message: Partial<View>) => void)(changes);
  };

  const bridge: Bridge = {
    getView: (input) => answer("getView", input, () => ({ ...current })),
    copyAddress: (input) => answer("copyAddress", input, () => null),
    setPaused: (input) =>
      answer("setPaused", input, () => {
        change({ paused: input });
        return null;
      }),
    changeSettings: (input) =>
      answer("changeSettings", input, () => {
        change({ settings: { ...current.settings, ...(input as Partial<View["settings"]>) } });
        return current.settings;
      }),
    setSigningSecret: (input) => answer("setSigningSecret", input, () => null),
    hideWindow: (input) => answer("hideWindow", input, () => null),
    reportFault: (input) => answer("reportFault", input, () => null),
    onViewChanged: listen("viewChanged"),
    onRevealBooking: listen("revealBooking"),
  };
  const mock: Mock = {
    calls,
    change,
    reveal: (id) => {
      for (const listener of listeners.revealBooking) (listener as (id: string) => void)(id);
    },
    refuse: (name, problem) => {
      if (problem) refusals.set(name, problem);
      else refusals.delete(name);
    },
    answerView: () => answerView(),
  };
  Object.assign(window, { bookbell: bridge, mock });
}
