import { describe, expect, test, vi } from "vitest";
import { createJoin } from "../../../main/calendar/join.ts";
import type { JoinHosts } from "../../../main/settings/schema.ts";
import { aBooking } from "../../support/bookings.ts";

const texts = {
  place: "https://meet.google.com/abc-defg-hij",
  comment: "My work: https://portfolio.example/me.",
  description: '<a href="https://maps.example/x">the map</a>',
  answers: [{ field: "site", text: "https://site.example/" }],
};

function joining() {
  let hosts: JoinHosts = {};
  const openLink = vi.fn(async (_url: URL) => {});
  const join = createJoin({
    booking: async (id) => (id === "one" ? aBooking({ id, ...texts }) : null),
    hosts: () => hosts,
    keepHosts: (kept) => {
      hosts = kept;
    },
    openLink,
  });
  const joined = vi.fn();
  join.onJoined(joined);
  return { ...join, joined, opened: () => openLink.mock.calls.map(([url]) => url.href) };
}

describe("a link in the texts of a booking", () => {
  test.each([
    ["https://portfolio.example/me", "portfolio.example"],
    ["https://maps.example/x", "maps.example"],
    ["https://site.example/", "site.example"],
    ["https://meet.google.com/abc-defg-hij", "meet.google.com"],
  ])("%s is opened once its host was agreed to, and asked about no more", async (link, host) => {
    const { openLinkIn, joined, opened } = joining();
    expect(await openLinkIn("one", link, null)).toBe(host);
    expect(opened()).toEqual([]);
    expect(await openLinkIn("one", link, "other.example")).toBe(host);
    expect(await openLinkIn("one", link, host)).toBeNull();
    expect(await openLinkIn("one", link, null)).toBeNull();
    expect(opened()).toEqual([link, link]);
    expect(joined).not.toHaveBeenCalled();
  });

  test.each(["https://evil.example/", "file:///etc/passwd", "https://portfolio.example/m", ""])(
    "is not %j, whoever asks for it",
    async (link) => {
      const { openLinkIn, opened } = joining();
      const agreed = link ? new URL(link).host : null;
      await expect(openLinkIn("one", link, agreed)).rejects.toMatchObject({ code: "link-not-opened" });
      await expect(openLinkIn("other", link, agreed)).rejects.toMatchObject({ code: "link-not-opened" });
      expect(opened()).toEqual([]);
    },
  );
});
