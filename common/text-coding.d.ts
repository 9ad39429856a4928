/** The same in Node and in the browser, of which common/ knows neither. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label: "utf-8", options: { readonly fatal: true });
  decode(bytes: Uint8Array): string;
}
