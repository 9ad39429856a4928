import { expect, test } from "vitest";
import { firstThatWorks, forDaemon } from "../../../main/alerts/notifiers/notifier.ts";

const toast = { title: "t", body: "b", onClick() {} };

test("markup of the customer's is shown, not obeyed, where the daemon reads markup", () => {
  expect(forDaemon("<img src=x> & <b>", "linux")).toBe("&lt;img src=x&gt; &amp; &lt;b&gt;");
  expect(forDaemon("<b> & co", "darwin")).toBe("<b> & co");
  expect(forDaemon("<b> & co", "win32")).toBe("<b> & co");
});

test("the next way is tried only when one fails", async () => {
  const tried: string[] = [];
  const way = (name: string, works: boolean) => async () => {
    tried.push(name);
    return works;
  };
  expect(await firstThatWorks([way("a", false), way("b", true), way("c", true)])(toast)).toBe(true);
  expect(tried).toEqual(["a", "b"]);
  expect(await firstThatWorks([way("d", false)])(toast)).toBe(false);
});
