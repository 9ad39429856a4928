import { render } from "preact";
import { FullScreen } from "./full-screen.tsx";

const { view, act } = window.bookbell.fullScreen;
const root = document.getElementById("page");
const shown = await view();
if (root && shown.ok && shown.value)
  render(<FullScreen shown={shown.value} act={(what) => void act(what)} />, root);
else void act("close");
