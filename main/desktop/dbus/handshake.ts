import { WireError } from "./signature.ts";

/** An answer of the bus's is one short line. */
const longestLine = 1024;

/** What is said before the first message: who we are, which the bus can see for itself (SASL's EXTERNAL). */
export function createHandshake(user: number) {
  let heard = Buffer.alloc(0);
  return {
    greeting: `\0AUTH EXTERNAL ${Buffer.from(String(user)).toString("hex")}\r\n`,
    /** Ends it; messages come next. */
    begin: "BEGIN\r\n",
    /**
     * Takes each piece that comes.
     * @returns what came after the answer, null until there is one
     * @throws WireError when the bus does not let us in
     */
    take(piece: Buffer): Buffer | null {
      heard = Buffer.concat([heard, piece]);
      const end = heard.indexOf("\r\n");
      if (end > longestLine || (end < 0 && heard.length > longestLine))
        throw new WireError("This is no bus.");
      if (end < 0) return null;
      if (!/^OK [0-9a-f]{32}$/i.test(heard.toString("latin1", 0, end)))
        throw new WireError("The session bus does not let Bookbell in.");
      return heard.subarray(end + 2);
    },
  };
}
