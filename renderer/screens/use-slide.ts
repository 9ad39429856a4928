import { useLayoutEffect } from "preact/hooks";
import { usePrevious } from "../parts/use-previous.ts";

/** How far a page comes from, in pixels, and for how long, in milliseconds. */
const way = 8;
const gentle = 220;

/**
 * A page that is opened slides in from the side that it comes from: deeper ones from the end of the line, and those
 * that one goes back to from its start. Nothing moves for who wants it so, or when today is shown anew.
 * @param depth how many steps back it is to today's
 */
export function useSlide(screen: string, depth: number, still: boolean): void {
  const before = usePrevious(screen);
  const depthBefore = usePrevious(depth);
  useLayoutEffect(() => {
    if (still || before === undefined || depthBefore === undefined || before === screen) return;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const { direction } = getComputedStyle(document.body);
    const sign = depth < depthBefore === (direction === "ltr") ? -1 : 1;
    document.querySelector("main")?.animate(
      [
        { opacity: 0, translate: `${sign * way}px` },
        { opacity: 1, translate: "0px" },
      ],
      {
        duration: gentle,
        easing: "cubic-bezier(0.2, 0, 0, 1)",
      },
    );
  }, [screen]);
}
