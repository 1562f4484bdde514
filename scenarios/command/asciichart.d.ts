declare module 'asciichart' {
  interface Settings {
    height?: number;
    offset?: number;
    padding?: string;
    min?: number;
    max?: number;
    colors?: (string | undefined)[];
    format?: (value: number, row: number) => string;
  }
  const asciichart: {
    plot(series: readonly (readonly number[])[], settings?: Settings): string;
  };
  export default asciichart;
}
