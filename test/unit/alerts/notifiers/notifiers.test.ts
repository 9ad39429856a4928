import { expect, test } from "vitest";
import { firstThatWorks, forDaemon, type Told } from "../../../../main/alerts/notifiers/notifier.ts";

const toast = {
  title: "t",
  body: "b",
  tag: "a booking",
  portrait: null,
  row: null,
  onClick() {},
  silent: false,
  actions: [],
  onAction() {},
};

test("markup of the customer's is shown, not obeyed, where the daemon reads markup", () => {
  expect(forDaemon("<img src=x> & <b>", "linux")).toBe("&lt;img src=x&gt; &amp; &lt;b&gt;");
  expect(forDaemon("<b> & co", "darwin")).toBe("<b> & co");
  expect(forDaemon("<b> & co", "win32")).toBe("<b> & co");
});

test("the next way is tried only when one fails", async () => {
  const tried: string[] = [];
  const way = (name: string, told: Told) => ({
    async ready() {
      tried.push(`${name} ready`);
      return told !== "failed";
    },
    async show() {
      tried.push(name);
      return told;
    },
    async withdraw(tag: string) {
      tried.push(`${name} withdraws ${tag}`);
    },
  });
  expect(await firstThatWorks([way("a", "failed"), way("b", "shown"), way("c", "shown")]).show(toast)).toBe(
    "shown",
  );
  expect(tried).toEqual(["a", "b"]);
  expect(await firstThatWorks([way("d", "failed")]).show(toast)).toBe("failed");
  // A daemon that hangs would hang the next way, too, and that one blocks main.
  expect(await firstThatWorks([way("e", "held"), way("f", "shown")]).show(toast)).toBe("held");
  expect(tried).toEqual(["a", "b", "d", "e"]);
  await firstThatWorks([way("g", "shown"), way("h", "shown")]).withdraw("x");
  expect(tried.slice(4)).toEqual(["g withdraws x", "h withdraws x"]);
  expect(await firstThatWorks([way("i", "failed"), way("j", "shown"), way("k", "shown")]).ready()).toBe(true);
  expect(await firstThatWorks([way("l", "failed")]).ready()).toBe(false);
  expect(tried.slice(6)).toEqual(["i ready", "j ready", "l ready"]);
});
