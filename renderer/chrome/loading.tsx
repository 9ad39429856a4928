import { appName } from "../../common/app-name.ts";
import { Skeleton } from "../parts/skeleton.tsx";
import type { PageState } from "../state/page-state.ts";
import { Status } from "./status.tsx";

/** Until main has told the first view. The shapes appear only when that takes long enough to be noticed. */
export function Loading({ state }: { state: PageState }) {
  const failure = state.failure.value;
  return (
    <main class="content" aria-busy={failure === null}>
      <h1 class="visually-hidden">{appName}</h1>
      {failure ? (
        <div class="silent">
          <Status state={state} />
        </div>
      ) : (
        <Skeleton rows={4} card />
      )}
    </main>
  );
}
