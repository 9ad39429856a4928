import { expect, test } from "vitest";
import { ownUrlProvider } from "../../../../main/tunnel/providers/own-url.ts";

const open = (url: string) => ownUrlProvider(() => url).open(27_000, new AbortController().signal);

test.each([
  ["https://hooks.example.com", "https://hooks.example.com"],
  [" https://hooks.example.com/ ", "https://hooks.example.com"],
  ["https://hooks.example.com/bell//", "https://hooks.example.com/bell"],
  ["https://Hooks.Example.com:8443/bell?a=b#c", "https://hooks.example.com:8443/bell"],
  ["https://me:secret@hooks.example.com/", "https://hooks.example.com"],
])("%j is used as %j", async (entered, used) => {
  const tunnel = await open(entered);
  expect(tunnel.url).toBe(used);
  await tunnel.close();
  expect(await Promise.race([tunnel.lost, "not lost"])).toBe("not lost");
});

test.each(["", " ", "hooks.example.com", "http://hooks.example.com", "https://", "javascript:alert(1)"])(
  "%j cannot be used",
  async (entered) => {
    await expect(open(entered)).rejects.toMatchObject({ code: "tunnel-unfinished" });
  },
);
