/** The picture of the README: one queue in one municipality, scenario by scenario. Rows of bands.csv in, SVG as text out. */
import { area, group, line, max, mean, scaleLinear } from 'd3';

/** A row of bands.csv, as d3's csvParse gives it. */
export type BandRow = Record<
  'scenario' | 'base' | 'date' | 'day' | 'municipality' | 'kind' | 'queue' | 'mean' | 'p05' | 'p25' | 'p75' | 'p95',
  string
>;

export interface PictureOptions {
  /** Title of the whole picture. */
  title: string;
  /** What is drawn: the `queue` of rows whose `kind` is `waiting`. */
  queue: string;
  /** Whose; the first one that is not the provider when left out. */
  municipality?: string;
  /** Width of the picture, in pixels. */
  width?: number;
}

interface Point {
  day: number;
  year: number;
  mean: number;
  p05: number;
  p25: number;
  p75: number;
  p95: number;
}

const panelHeight = 150;
const gap = { left: 34, right: 20, top: 30, bottom: 24 };
const head = 64;
const foot = 30;
/** One hue for the scenario, grey for the base: told apart without colour, too. */
const ink = {
  text: '#1f2933',
  faint: '#6b7680',
  rule: '#d8dde2',
  band: '#9cc3e6',
  wide: '#d6e6f5',
  line: '#14558f',
  base: '#555',
};

/**
 * Draws a panel for each scenario: the mean over all futures, the band of the middle half and of nine in ten, and the mean of
 * the first scenario for comparison, each averaged over the months of a calendar year. Same rows, same text.
 * @throws Error when there is no row of that queue
 */
export function picture(rows: Iterable<BandRow>, options: PictureOptions): string {
  const { title, queue, width = 860 } = options;
  const own = [...rows].filter((row) => row.base === '' && row.kind === 'waiting' && row.queue === queue);
  const municipality = options.municipality ?? own.find((row) => row.municipality !== 'provider')?.municipality;
  const months = new Map<string, Point[]>();
  for (const row of own) {
    if (row.municipality !== municipality) continue;
    months.set(row.scenario, [...(months.get(row.scenario) ?? []), pointOf(row)]);
  }
  const series = new Map([...months].map(([name, points]) => [name, byYear(points)]));
  const [base] = series.values();
  if (base === undefined) throw new Error(`no row of the queue "${queue}"`);
  const names = [...series.keys()];
  const columns = Math.min(3, names.length);
  const height = head + Math.ceil(names.length / columns) * (panelHeight + gap.top + gap.bottom) + foot;
  const panelWidth = width / columns;
  const all = [...series.values()].flat();
  const x = scaleLinear()
    .domain([Math.min(...all.map(({ year }) => year)) - 0.5, Math.max(...all.map(({ year }) => year)) + 0.5])
    .range([gap.left, panelWidth - gap.right]);
  const y = scaleLinear()
    .domain([0, max(all, ({ p95 }) => p95) || 1])
    .nice(4)
    .range([gap.top + panelHeight, gap.top]);
  const switchYear = (base.find(({ day }) => day >= 0)?.year ?? x.domain()[0]! + 0.5) - 0.5;
  const panels = names.map((name, i) => {
    const at = `translate(${i % columns === 0 ? 0 : round((i % columns) * panelWidth)},${head + Math.floor(i / columns) * (panelHeight + gap.top + gap.bottom)})`;
    return `<g transform="${at}">${panel(name, names[0]!, series.get(name)!, base, { x, y, switchYear })}</g>`;
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="${ink.text}" role="img" aria-label="${escaped(title)}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${gap.left}" y="26" font-size="16" font-weight="600">${escaped(title)}</text>`,
    `<text x="${gap.left}" y="46" fill="${ink.faint}">Persons in line, by year. Line: mean of all futures; dark band: middle half of them; light band: nine in ten.</text>`,
    ...panels,
    `<text x="${gap.left}" y="${height - 10}" fill="${ink.faint}">Dashed: ${escaped(names[0]!)}, as it is today. Vertical rule: the switch; before it all share one past.</text>`,
    '</svg>',
  ].join('\n')}\n`;
}

function pointOf(row: BandRow): Point {
  const [year, month] = row.date.split('-').map(Number) as [number, number];
  const [mean, p05, p25, p75, p95] = [row.mean, row.p05, row.p25, row.p75, row.p95].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { day: Number(row.day), year: year + (month - 1) / 12, mean, p05, p25, p75, p95 };
}

/** Months averaged over each calendar year, which stands at its middle; the horizon's one day is no year. */
function byYear(months: readonly Point[]): Point[] {
  const years = [...group(months, ({ year }) => Math.floor(year))];
  const whole = years.filter(([, list]) => list.length === years[0]![1].length);
  return whole.map(([year, list]) => {
    const of = (key: Exclude<keyof Point, 'year'>) => mean(list, (point) => point[key]) as number;
    const quantiles = { p05: of('p05'), p25: of('p25'), p75: of('p75'), p95: of('p95') };
    return { year: year + 0.5, day: list[0]!.day, mean: of('mean'), ...quantiles };
  });
}

interface Frame {
  x: (year: number) => number;
  y: ((persons: number) => number) & { ticks(count: number): number[]; range(): number[] };
  switchYear: number;
}

function panel(name: string, baseName: string, points: Point[], base: Point[], frame: Frame): string {
  const { y, switchYear } = frame;
  const x = frame.x as Frame['x'] & { range(): number[]; domain(): number[] };
  const [left, right] = x.range() as [number, number];
  const [bottom, top] = y.range() as [number, number];
  const band = (low: 'p05' | 'p25', high: 'p75' | 'p95', fill: string) => {
    const shape = area<Point>()
      .x(({ year }) => round(x(year)))
      .y0((point) => round(y(point[low])))
      .y1((point) => round(y(point[high])));
    return `<path d="${shape(points)}" fill="${fill}"/>`;
  };
  const curve = line<Point>()
    .x(({ year }) => round(x(year)))
    .y((point) => round(y(point.mean)));
  const years = x.domain().map(Math.ceil) as [number, number];
  const ticks: number[] = [];
  for (let year = years[0]; year <= years[1]; year++) if ((year - Math.round(switchYear)) % 5 === 0) ticks.push(year);
  return [
    `<text x="${left}" y="16" font-weight="600">${escaped(name === baseName ? `${name} (as today)` : name)}</text>`,
    ...y
      .ticks(3)
      .map(
        (value) =>
          `<path d="M${left},${round(y(value))}H${right}" stroke="${ink.rule}"/><text x="${left - 6}" y="${round(y(value) + 4)}" text-anchor="end" fill="${ink.faint}">${value}</text>`,
      ),
    band('p05', 'p95', ink.wide),
    band('p25', 'p75', ink.band),
    ...(name === baseName
      ? []
      : [`<path d="${curve(base)}" fill="none" stroke="${ink.base}" stroke-width="1.2" stroke-dasharray="3 3"/>`]),
    `<path d="${curve(points)}" fill="none" stroke="${ink.line}" stroke-width="1.8"/>`,
    `<path d="M${round(x(switchYear))},${top}V${bottom}" stroke="${ink.text}" stroke-width="0.8"/>`,
    ...ticks.map(
      (year) =>
        `<text x="${round(x(year))}" y="${bottom + 16}" text-anchor="middle" fill="${ink.faint}">${year}</text>`,
    ),
  ].join('\n');
}

/** Hundredths of a pixel: enough to see, and the same text everywhere. */
const round = (value: number): number => Math.round(value * 100) / 100;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string);
