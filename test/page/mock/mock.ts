import {
  type AnyAsk,
  type AskName,
  type Bridge,
  eachAsk,
  type InputOf,
  ipc,
  type TellName,
} from "../../../common/ipc.ts";
import { jsonOf } from "../../../common/json.ts";
import { type Problem, problem } from "../../../common/problems.ts";
import type { View } from "../../../common/view.ts";
import { createAnswering } from "./answering.ts";
import type { Opening } from "./opening.ts";
import { type Answers, createWorld, type Tell, type World } from "./world.ts";

type Call = { [K in AskName]: { readonly name: K; readonly input: InputOf<K> } }[AskName];

/** What a test holds of the mocked main: what the page asked, and the means to tell it something. */
export interface Mock extends Pick<World, "deliver" | "remove"> {
  readonly calls: readonly Call[];
  readonly tell: Tell;
  readonly change: (changes: Partial<View>) => void;
  /** From now on main refuses this request; null lets it succeed again. */
  readonly refuse: (name: AskName, problem: Problem | null) => void;
  /** Lets what the page was opened with as `slow` answer. */
  readonly answerSlow: () => void;
  /** From now on main answers so. */
  readonly answers: Answers;
}

/** Puts a main that answers everything in the place of the bridge; runs in the page, before its own code. */
export function installMock(opening: Opening): void {
  const { slow, refused } = opening;
  const calls: Call[] = [];
  const refusals = new Map<AskName, Problem>(refused ? [[refused.name, refused.problem]] : []);
  const listeners = new Map<TellName, Set<(message: unknown) => void>>();
  let answerSlow = () => {};
  const released = slow ? new Promise<void>((resolve) => (answerSlow = resolve)) : Promise.resolve();

  const tell: Tell = (name, message) => {
    for (const listener of listeners.get(name) ?? []) listener(message);
  };
  const world = createWorld(opening, tell);
  const answering = createAnswering(world) as Partial<Record<AskName, (input: unknown) => unknown>>;

  const ask =
    (name: AskName, { input: shape, long }: AnyAsk) =>
    async (input: unknown) => {
      calls.push({ name, input } as Call);
      if (name === slow) await released;
      const error = shape.safeParse(input).success ? refusals.get(name) : problem("invalid-input");
      if (error) return { ok: false, error };
      const value = answering[name]?.(input) ?? null;
      return long ? { ok: true, json: jsonOf(value) } : { ok: true, value };
    };
  const listen = (name: TellName) => {
    const all = new Set<(message: unknown) => void>();
    listeners.set(name, all);
    return (listener: (message: unknown) => void) => {
      all.add(listener);
      return () => all.delete(listener);
    };
  };
  const tells = Object.keys(ipc.tells) as TellName[];
  const on = Object.fromEntries(tells.map((name) => [name, listen(name)]));
  const bridge: Record<keyof Bridge, object> = { ...eachAsk(ask), on };

  const { change, deliver, remove, answers } = world;
  const mock: Mock = {
    calls,
    tell,
    change,
    refuse(name, problem) {
      if (problem) refusals.set(name, problem);
      else refusals.delete(name);
    },
    answerSlow: () => answerSlow(),
    deliver,
    remove,
    answers,
  };
  Object.assign(window, { bookbell: bridge, mock });
}
