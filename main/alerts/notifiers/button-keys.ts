import { randomUUID } from "node:crypto";
import type { Toast } from "./notifier.ts";

/**
 * The toast with a key for each button that nobody can guess, so that only who was sent it can say that it was pressed.
 * The first that is pressed uses up all of them.
 */
export function withKeys(toast: Toast): Toast {
  const keyed = toast.actions.map((action) => ({ ...action, secret: randomUUID() }));
  let pressed = false;
  return {
    ...toast,
    actions: keyed.map(({ secret, label }) => ({ key: secret, label })),
    onAction(key) {
      const action = keyed.find(({ secret }) => secret === key);
      if (!action || pressed) return;
      pressed = true;
      toast.onAction(action.key);
    },
  };
}
