/** Lists that are made when somebody first looks at them: all at once they would hold a page up. */

/** Gives an object lists that are made from tables at the first look; from then on they are plain properties. */
export function lazily<Rest extends object, Table>(
  rest: Rest,
  tables: Readonly<Record<string, Table>>,
  rowsOf: (table: Table) => unknown[],
): Rest {
  for (const [name, table] of Object.entries(tables)) {
    const get = () => {
      const value = rowsOf(table);
      Object.defineProperty(rest, name, { value, writable: true });
      return value;
    };
    Object.defineProperty(rest, name, { get, enumerable: true, configurable: true });
  }
  return rest;
}
