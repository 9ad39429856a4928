import "../../support/electron-unloaded.ts";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { hookPath } from "../../../main/lib/tokens.ts";
import { temporaryFolder } from "../../support/files.ts";
import { keptAddress, noVault, turningVault } from "../../support/kept-address.ts";
import { aProfile, aReceiver, releasedToken, textOf } from "../../support/released-address.ts";

describe("a new address", () => {
  const [minute, day, year] = [60_000, 86_400_000, 365 * 86_400_000];

  async function renewed() {
    const folder = aProfile();
    const kept = keptAddress(folder);
    await kept.address.read();
    await kept.address.renew();
    const token = kept.address.at("")?.split("/").at(-1) ?? "";
    return { folder, ...kept, token };
  }

  test("counts at once, beside the one before for a day, which is then as unknown as any", async () => {
    const { folder, token, happened, pass, clock, ...kept } = await renewed();
    expect(token).not.toBe(releasedToken);
    expect([textOf(folder).includes(token), textOf(folder).includes(releasedToken)]).toEqual([false, false]);
    const { post, counted } = await aReceiver(kept);
    pass(day - 1);
    expect(kept.address.view().oldUntil).toBe(clock.wall + 1);
    const statuses = [(await post(token)).status, (await post(releasedToken)).status];
    expect(statuses).toEqual([204, 204]);
    await vi.waitFor(() => expect(counted).toMatchObject([{ tally: "oldAddress", count: 1 }]));

    pass(1);
    expect([kept.address.view().oldUntil, happened]).toEqual([null, ["renewed", "ended"]]);
    const answerOf = async (shown: string) => {
      const answer = await post(shown);
      const { date: _, ...told } = Object.fromEntries(answer.headers);
      return { status: answer.status, told, text: await answer.text() };
    };
    const ended = await answerOf(releasedToken);
    expect(ended).toEqual(await answerOf("w".repeat(43)));
    expect([ended.status, (await post(token)).status]).toEqual([404, 204]);
    await vi.waitFor(() =>
      expect(counted.slice(1).map(({ tally, reason }) => `${tally} ${reason}`)).toEqual([
        "misdirected ended",
        "misdirected likely",
      ]),
    );
  });

  test.each([
    ["forward", year],
    ["back", -year],
  ])("keeps the one before for a day, though the clock is set %s meanwhile", async (_, set) => {
    const { address, pass } = await renewed();
    pass(minute, set);
    pass(day - 2 * minute);
    expect(address.standing(releasedToken)).toBe("old");
    pass(minute);
    expect(address.standing(releasedToken)).toBe("ended");
  });

  test("survives a restart with the one before, for a day at most where the clock was set back", async () => {
    const { folder, clock } = await renewed();
    const next = keptAddress(folder, turningVault, clock.wall - year);
    next.address.minute();
    expect(next.address.standing(releasedToken)).toBe("old");
    next.pass(day);
    expect(next.address.standing(releasedToken)).toBe("ended");
    expect(keptAddress(folder).address.standing(releasedToken)).toBe("ended");
  });

  test("takes nothing in over the one before once the user has ended it", async () => {
    const { address, token, happened } = await renewed();
    address.endOld();
    expect([address.standing(releasedToken), address.standing(token)]).toEqual(["ended", "newest"]);
    expect(happened).toEqual(["renewed", "ended"]);
  });

  test("is not made while the one before the last still counts", async () => {
    const { address, token } = await renewed();
    await expect(address.renew()).rejects.toMatchObject({ code: "invalid-input" });
    expect([address.standing(token), address.standing(releasedToken)]).toEqual(["newest", "old"]);
  });

  test("is asked to be copied where Timekit has the one before from the user", async () => {
    const { address } = await renewed();
    expect(address.view().toCopy).toBe(true);
    address.copied("https://bell.example.com");
    expect(address.view().toCopy).toBe(false);
    const fresh = keptAddress(temporaryFolder());
    await fresh.address.renew();
    expect(fresh.address.view().toCopy).toBe(false);
  });

  test("needs nothing of a keyring that was lost", async () => {
    const folder = aProfile();
    await keptAddress(folder).address.read();
    const without = keptAddress(folder, noVault);
    await without.address.read();
    await without.address.renew();
    expect([without.address.view().kept, without.address.standing(releasedToken)]).toEqual(["plain", "old"]);
    expect(without.address.at("")).not.toBeNull();
  });

  test("that cannot be saved is none", async () => {
    const folder = aProfile();
    const { address } = keptAddress(folder);
    await address.read();
    const file = path.join(folder, "settings.json");
    rmSync(file);
    mkdirSync(file);
    await expect(address.renew()).rejects.toMatchObject({ code: "setting-not-saved" });
    expect(address.standing(releasedToken)).toBe("newest");
    expect(address.at("")).toBe(hookPath(releasedToken));
  });
});
