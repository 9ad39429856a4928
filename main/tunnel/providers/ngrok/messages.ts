/** The first and only message to ngrok's process: what to open. The token comes this way alone. */
export interface OpenRequest {
  readonly port: number;
  readonly token: string;
  /** Empty = the one that ngrok gives. */
  readonly domain: string;
  /** "host:port" of ngrok's own server; only tests name another than the library's. */
  readonly server?: string;
}

/** What ngrok's process says; `closed` may come at any time. */
export type Report =
  | { readonly state: "up"; readonly url: string }
  | {
      readonly state: "failed";
      /** "ERR_NGROK_105"; null when ngrok's server gave no answer. */
      readonly code: string | null;
      /** May reach the log. */
      readonly detail: string;
    }
  | { readonly state: "closed" };
