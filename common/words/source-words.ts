/** The words for the address of one source. */
export interface SourceWords {
  readonly title: string;
  readonly row: string;
  readonly off: string;
  readonly on: string;
  readonly what: string;
  readonly privacy: string;
  readonly setUp: string;
  readonly setUpName: string;
  readonly made: string;
  readonly address: string;
  readonly addressHelp: string;
  readonly noPublic: string;
  readonly copy: string;
  readonly copied: string;
  readonly copySaid: string;
  readonly steps: { readonly title: string; readonly all: readonly string[] };
  /** Where it is not as for Timekit's address. */
  readonly renew: { readonly actionName: string; readonly sure: string };
  readonly end: {
    readonly untilNone: (until: { when: string }) => string;
    readonly actionName: string;
    readonly sure: string;
  };
  readonly close: {
    readonly name: string;
    readonly help: string;
    readonly action: string;
    readonly actionName: string;
    readonly sure: string;
    readonly done: string;
  };
}
