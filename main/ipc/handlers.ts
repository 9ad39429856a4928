import type { Answer, Requests } from "../../common/ipc.ts";

type HandlerOf<Request> = Request extends (input: infer Input) => Promise<Answer<infer Output>>
  ? (input: Input) => Output | Promise<Output>
  : never;

/** One function for each thing the page may ask, in the groups of common/ipc.ts. */
export type Handlers = {
  readonly [G in keyof Requests]: {
    readonly [Own in keyof Requests[G]]: HandlerOf<Requests[G][Own]>;
  };
};
