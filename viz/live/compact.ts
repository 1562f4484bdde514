/** Numbers kept small without losing any: of most that a run leaves behind, few are different. */

type Numbers = Float64Array | Int32Array | Uint32Array;
type Places = Uint8Array | Uint16Array | Uint32Array;

/** As they came, or the different ones once, and for each place which of them it is. */
export type Compact<Kind extends Numbers> = Kind | { different: Kind; at: Places };

/** Where only so many are different, a place takes one byte; two where there are fewer than 65,536. */
export function compact<Kind extends Numbers>(values: Kind): Compact<Kind> {
  const index = new Map<number, number>();
  const at = new Uint32Array(values.length);
  // with half of them different nothing is won
  const most = values.length / 2;
  for (let i = 0; i < values.length; i++) {
    // often the same as the one before
    if (i > 0 && values[i] === values[i - 1]) {
      at[i] = at[i - 1];
      continue;
    }
    let place = index.get(values[i]);
    if (place === undefined) {
      place = index.size;
      if (place >= most) return values;
      index.set(values[i], place);
    }
    at[i] = place;
  }
  return { different: alike(values, index.size, index.keys()), at: narrow(at, index.size) };
}

export function whole<Kind extends Numbers>(values: Compact<Kind>): Kind {
  if (!('different' in values)) return values;
  const { different, at } = values;
  const all = alike(different, at.length, []);
  for (let i = 0; i < at.length; i++) all[i] = different[at[i]];
  return all;
}

/** Whole numbers from 0 on, in as few bytes as the largest of them allows. */
export function narrow(values: Uint32Array, end: number): Places {
  if (end <= 0x100) return Uint8Array.from(values);
  return end <= 0x10000 ? Uint16Array.from(values) : values;
}

export function bytesOf(values: Compact<Numbers> | Places): number {
  return 'different' in values ? values.different.byteLength + values.at.byteLength : values.byteLength;
}

/** An array of the same kind and another length. */
function alike<Kind extends Numbers>(kind: Kind, length: number, from: Iterable<number>): Kind {
  const made = new (kind.constructor as new (length: number) => Kind)(length);
  let i = 0;
  for (const value of from) made[i++] = value;
  return made;
}
