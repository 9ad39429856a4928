import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "../../../common/plain-text.ts";

test.each([
  ["what is no HTML stays as it is", "a < b\n  and  b > c & so on", "a < b\n  and  b > c & so on"],
  ["tags go, lines stay", "<p>Bring:<br>a pen<br/>\nand <b>ink</b></p>", "Bring:\na pen\n\nand ink"],
  ["paragraphs", "<p>One</p><p>Two</p>", "One\n\nTwo"],
  ["lines that are blocks", "<div>One</div><div>Two</div>Three", "One\nTwo\nThree"],
  ["a list", "Bring<ul>\n<li>pen</li>\n<li>ink</li></ul>", "Bring\n• pen\n• ink"],
  [
    "entities",
    "Q&amp;A &lt;3 &#8364; &#x20AC; caf&eacute; &quot;x&quot;&nbsp;y",
    'Q&A <3 € € caf&eacute; "x" y',
  ],
  ["no entity is read twice", "&amp;lt;b&amp;gt;", "&lt;b&gt;"],
  ["what is no character", "&#0; &#xD800; &#x110000; &amp;", "&#0; &#xD800; &#x110000; &"],
  [
    "where a link leads",
    '<a href="https://a.example/x?y=1&amp;z=2">map</a>',
    "map (https://a.example/x?y=1&z=2)",
  ],
  ["a link that says so", '<a href="https://a.example/">https://a.example/</a>', "https://a.example/"],
  ["a link that runs a script", '<a href="javascript:alert(1)">x</a>', "x"],
  ["scripts and styles", "<style>p{color:red}</style>a<script>alert('<p>')</script>b", "ab"],
  ["a comment, and a lone bracket", "<!-- hidden -->x <b>y</b> < z", "x y < z"],
])("%s", (_what, html, text) => expect(plainText(html)).toBe(text));

test("never fails, and never grows by more than its own length", () => {
  const pieces = fc.constantFrom(
    "<",
    ">",
    "<a href='https://x.y'>",
    "</a>",
    "<script>",
    "&",
    "&#60;",
    "\n",
    "p",
    "</p>",
    "<!--",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
      const html = parts.join("");
      expect(plainText(html).length).toBeLessThanOrEqual(2 * html.length);
    }),
  );
});

test("work grows with length alone, however the text is made", () => {
  for (const piece of ["<", "<a ", "&#", "<script>", "<!--", " \n", "<a href='https://x.y'>", "</a>", "\r"])
    expect(plainText(piece.repeat(100_000)).length).toBeLessThanOrEqual(100_000);
});
