import { expect, test } from "vitest";
import { baseOf } from "../../../../../main/sources/calcom/api/base.ts";

test.each([
  ["", "https://api.cal.com/v2"],
  ["api.example.com", "https://api.example.com/v2"],
  [" https://api.example.com/v2/ ", "https://api.example.com/v2"],
  ["https://cal.example.com/api/v2", "https://cal.example.com/api/v2"],
  ["https://cal.example.com:8443/api", "https://cal.example.com:8443/api/v2"],
  ["http://cal.lan:5555", "http://cal.lan:5555/v2"],
  ["http://192.168.1.7/v2", "http://192.168.1.7/v2"],
  ["http://api.example.com/v2", null],
  ["https://nora:secret@api.example.com", null],
  ["https://api.example.com/v2?key=1", null],
  ["ftp://api.example.com", null],
  ["https://", null],
  ["two words", null],
])("%j is the API at %s", (text, base) => expect(baseOf(text)).toBe(base));
