import { render } from "preact";
import { App } from "./app.tsx";
import { isPersonal } from "./screens/screen-table.tsx";
import { watchAttention } from "./state/attention.ts";
import { createPageState } from "./state/page-state.ts";
import { reportFaults } from "./state/report-faults.ts";
import { watchTyping } from "./state/typing.ts";

const report = reportFaults(window, window.bookbell);
const state = createPageState(window.bookbell, {
  halfTyped: watchTyping(document),
  attended: watchAttention(document),
  isPersonal,
});
const root = document.getElementById("page");
if (!root) throw new Error("index.html has no #page");

// Elsewhere the system draws an edge around a frameless window.
document.documentElement.classList.toggle("edged", navigator.platform.startsWith("Linux"));

const loading = state.load();
render(<App state={state} report={report} />, root);
await loading;
