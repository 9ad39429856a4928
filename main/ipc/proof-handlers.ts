import type { Proof } from "../tunnel/proof.ts";
import type { Handlers } from "./handlers.ts";

/** What happens when the page asks for a test booking. */
export const createProofHandlers = (proof: Pick<Proof, "run" | "seen">): Handlers["proof"] => ({
  run() {
    void proof.run();
    return null;
  },
  seen(mark) {
    proof.seen(mark);
    return null;
  },
});
