import { fixedSize, sizesOf } from "./message.ts";

/** In bytes. Whatever Bookbell asks or is told is far shorter. */
const mostKept = 64 * 1024;

/**
 * Cuts what comes into messages. Of one that is too long only the header is kept, or nothing: any program may send
 * such to Bookbell, so that this must not end the connection.
 * @returns what takes each piece that comes, and throws WireError at what is no message
 */
export function createFraming(onMessage: (bytes: Buffer) => void): (piece: Buffer) => void {
  let bytes = Buffer.alloc(fixedSize);
  let filled = 0;
  let kept: number | null = null;
  let skipped = 0;

  /** Knows how much to keep once the first bytes are there. */
  function measure() {
    const { header, body } = sizesOf(bytes);
    kept = header + body <= mostKept ? header + body : header <= mostKept ? header : 0;
    skipped = header + body - kept;
    if (kept > 0) bytes = Buffer.concat([bytes], kept);
    else skipped -= fixedSize;
  }

  function finish() {
    const whole = kept ? bytes : null;
    bytes = Buffer.alloc(fixedSize);
    filled = 0;
    kept = null;
    if (whole) onMessage(whole);
  }

  return (piece) => {
    for (let at = 0; at < piece.length; ) {
      if (kept === null || filled < kept) {
        const copied = piece.copy(bytes, filled, at);
        filled += copied;
        at += copied;
        if (kept === null && filled === fixedSize) measure();
      } else {
        const passed = Math.min(skipped, piece.length - at);
        skipped -= passed;
        at += passed;
      }
      if (kept !== null && filled >= kept && skipped === 0) finish();
    }
  };
}
