import type { AskName, InputOf, OutputOf } from "../../../common/ipc.ts";

type Answer<Name extends AskName> = (input: InputOf<Name>) => OutputOf<Name>;
/** What is only done needs no line here: its answer is null. */
type Done = { [Name in AskName]: OutputOf<Name> extends null ? Name : never }[AskName];
/** One function for each ask. */
export type Answering = { readonly [Name in Exclude<AskName, Done>]: Answer<Name> } & {
  readonly [Name in Done]?: Answer<Name>;
};
