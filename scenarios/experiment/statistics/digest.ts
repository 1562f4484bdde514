const utf8 = new TextEncoder();

/** Bytes that UTF-8 never has: they end a number and a text, so that 1, 2 is neither 12 nor '1', '2'. */
const endOfNumber = 0xfe;
const endOfText = 0xff;

/**
 * A fingerprint of numbers and texts in their order: 16 hex digits, the same on every engine. FNV-1a of 64 bits over
 * the shortest decimal form of each number (so −0 is 0) and UTF-8. It shows that two lists differ; it is no guard
 * against somebody who wants them to look alike.
 */
export function digest(values: Iterable<number | string>): string {
  const hash = new Fnv1a();
  for (const value of values) {
    hash.text(String(value));
    hash.byte(typeof value === 'number' ? endOfNumber : endOfText);
  }
  return hash.hex;
}

/** FNV-1a, 64 bits in two halves: each product stays below 2^53, and no BigInt is needed. */
export class Fnv1a {
  private high = 0xcbf29ce4;
  private low = 0x84222325;

  byte(byte: number): void {
    const mixed = (this.low ^ byte) >>> 0;
    // times 2^40 + 0x1b3
    const product = mixed * 0x1b3;
    this.low = product >>> 0;
    this.high = (this.high * 0x1b3 + Math.floor(product / 0x100000000) + ((mixed << 8) >>> 0)) >>> 0;
  }

  text(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) {
        for (const byte of utf8.encode(text.slice(i))) this.byte(byte);
        return;
      }
      this.byte(code);
    }
  }

  get hex(): string {
    return this.high.toString(16).padStart(8, '0') + this.low.toString(16).padStart(8, '0');
  }
}
