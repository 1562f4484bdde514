/** What the tests use of packages that ship no types. */
declare module 'papaparse' {
  interface Parsed<Row> {
    data: Row[];
    errors: { code: string; message: string; row?: number }[];
  }
  const Papa: {
    parse<Row>(
      text: string,
      options?: { header?: boolean; skipEmptyLines?: boolean; delimiter?: string; newline?: string },
    ): Parsed<Row>;
  };
  export default Papa;
}

declare module 'datapackage' {
  interface Resource {
    name: string;
    /** Rows, each cell cast to the type declared for it; throws where it cannot. */
    read(options: { limit: number }): Promise<unknown[]>;
  }
  export const Package: {
    load(
      descriptor: object,
      options: { basePath: string; strict: boolean },
    ): Promise<{ valid: boolean; resources: Resource[] }>;
  };
}
