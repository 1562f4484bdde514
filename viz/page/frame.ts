/** What every chart stands in: title, reading line, menu, the picture with its name, keys and table. */
import type { ChartOptions, Drawing } from '../charts/chart.ts';
import { projector } from '../charts/root.ts';
import { say } from '../words/words.ts';
import type { App, Topic } from './app.ts';
import { copyLink } from './bar/link.ts';
import { csvText } from './csv-text.ts';
import { dateByPointer } from './date-drag.ts';
import { fill, h, setAttributes } from './dom.ts';
import { pngOf, save, standalone } from './downloads.ts';
import { chartKeys } from './keys.ts';
import { announce } from './live-region.ts';
import { menu } from './menu.ts';
import { morph } from './morph.ts';
import { notesOf } from './notes.ts';
import { patch } from './patch.ts';
import { tableElement } from './table.ts';
import { inTurn } from './turns.ts';

export interface FrameOptions {
  id: string;
  /** The rank of its title; null: a part of something that has a title. */
  level: 2 | 3 | null;
  /** Null: there is nothing to draw, and `empty` says why. */
  draw: (options: ChartOptions) => Drawing | null;
  empty?: () => string;
  /** What else the picture depends on; a change draws it anew. */
  key?: () => string;
  /** Changes the picture that stands instead of drawing it anew; false: it cannot. */
  quick?: (picture: HTMLElement, options: ChartOptions) => boolean;
  /** Whether the date is in it: else moving it draws nothing. */
  dated: boolean;
  /** Title and reading line are written elsewhere. */
  bare?: boolean;
  /** What is operated between the reading line and the picture. */
  extra?: HTMLElement;
  /** At most so many pixels; else the width there is. */
  most?: number;
}

export interface Frame {
  element: HTMLElement;
  /** Draws now, whether or not it is on the screen. */
  draw: () => void;
  drawing: () => Drawing | null;
}

/** Frames that are on the page. */
const frames = new Set<{ draw: () => void; element: HTMLElement }>();
export function forgetFrames(): void {
  frames.clear();
}

/** Draws what has not been seen yet, a chart at a time, so that everything has its height before it is scrolled to. */
export function drawInIdleTime(): void {
  const left = [...frames];
  const next = () => {
    const one = left.shift();
    if (!one || !frames.has(one)) return;
    one.draw();
    setTimeout(next, 16);
  };
  setTimeout(next, 100);
}

export function frame(app: App, options: FrameOptions): Frame {
  const { id, level, dated } = options;
  const { lang } = app;
  const title = h(level === null ? 'p' : `h${level}`, { id: `${id}-title`, class: `chart-title level-${level}` });
  const reading = h('p', { id: `${id}-reading`, class: 'reading' });
  const picture = h('div', { class: 'picture', 'aria-hidden': 'false' });
  const table = h('div', { class: 'table-box', hidden: true, tabindex: 0, role: 'region' });
  const stop = h(
    'div',
    {
      class: 'chart',
      tabindex: 0,
      role: 'group',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-reading`,
    },
    picture,
  );
  let drawing: Drawing | null = null;
  let drawn = '';
  let drawnResult: unknown = null;
  let isSeen = false;
  let width = 0;
  let isTable = false;

  const chartMenu = menu(
    h('span', { 'aria-hidden': 'true', class: 'dots' }, '···'),
    say(lang, 'chart_menu', { title: '' }),
    () => {
      const name = `forlop-${id}`;
      const notes = notesOf(app);
      const picture = () => (drawing ? standalone(drawing, notes) : '');
      return [
        { label: say(lang, isTable ? 'menu_chart' : 'menu_table'), act: () => showTable(!isTable) },
        { label: say(lang, 'menu_csv'), act: () => drawing && save(`${name}.csv`, csvText(drawing.csv), 'text/csv') },
        { label: say(lang, 'menu_svg'), act: () => save(`${name}.svg`, picture(), 'image/svg+xml') },
        {
          label: say(lang, 'menu_png'),
          act: () => {
            const svg = picture();
            const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
            if (size) pngOf(svg, Number(size[1]), Number(size[2])).then((blob) => save(`${name}.png`, blob));
          },
        },
        {
          label: say(lang, 'menu_link'),
          act: () => copyLink(app, id),
        },
      ];
    },
    'menu chart-menu',
  );
  const element = h(
    'figure',
    { class: `frame${options.bare ? ' bare' : ''}`, id, 'aria-labelledby': `${id}-title` },
    h('div', { class: 'frame-head' }, h('div', { class: 'frame-words' }, title, reading), chartMenu),
    options.extra,
    stop,
    table,
  );

  const optionsNow = (): ChartOptions => {
    const { day, municipality, scenario } = app.now;
    const zoom = zoomNow();
    const room = Math.floor(width / zoom);
    const its = Math.min(room, options.most ?? room);
    return { lang: app.lang, width: its, focus: scenario, day, municipality, narrow: its < 560 };
  };
  /** For a room full of people everything is drawn a quarter larger. */
  const zoomNow = () => (app.view.present ? projector : 1);
  const draw = () => {
    // of a page that has been built anew meanwhile
    if (!element.isConnected) return;
    width = stop.clientWidth || width;
    if (width === 0) return;
    const now = optionsNow();
    const key = JSON.stringify([now, zoomNow(), options.key?.() ?? '']);
    if (key === drawn && drawnResult === app.result) return;
    const isQuick = drawing !== null && drawnResult === app.result && options.quick?.(picture, now) === true;
    drawn = key;
    if (isQuick) return;
    const isMoving = drawnResult !== null && drawnResult !== app.result && !app.status.held;
    drawnResult = app.result;
    drawing = options.draw(now);
    if (drawing === null) {
      title.textContent ||= '';
      fill(picture, h('p', { class: 'nothing' }, options.empty?.() ?? ''));
      return;
    }
    element.classList.toggle('empty', drawing.csv.length <= 1);
    title.textContent = drawing.title;
    reading.textContent = drawing.reading;
    const svgText = inside(drawing.svg);
    if (isMoving) morph(picture, svgText);
    else patch(picture, svgText);
    const svg = picture.firstElementChild;
    if (svg && zoomNow() !== 1) {
      setAttributes(svg, { width: drawing.width * zoomNow(), height: drawing.height * zoomNow() });
    }
    if (svg) setAttributes(svg, { role: 'img', 'aria-label': drawing.readout || drawing.title, focusable: 'false' });
    chartMenu
      .querySelector('button')
      ?.setAttribute('aria-label', say(app.lang, 'chart_menu', { title: drawing.title }));
    table.setAttribute('aria-label', drawing.title);
    if (isTable) fillTable();
  };
  const fillTable = () => {
    if (!drawing) return;
    fill(table, tableElement(drawing.table, { caption: drawing.title }));
  };
  const showTable = (isShown: boolean) => {
    isTable = isShown;
    table.hidden = !isShown;
    if (isShown) fillTable();
  };

  let asked = 0;
  /** All pictures move with a date that is dragged, in one frame. */
  const nextFrame = () => {
    if (asked !== 0 || !isSeen) return;
    asked = requestAnimationFrame(() => {
      asked = 0;
      draw();
    });
  };
  /** Whatever else changes is drawn a picture at a time. */
  const later = () => {
    if (isSeen) inTurn(element, draw);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      // on a busy page it may have left the screen and come back since
      isSeen = entries[entries.length - 1].isIntersecting;
      later();
    },
    { rootMargin: '100px' },
  );
  observer.observe(element);
  new ResizeObserver(later).observe(stop);
  app.listen((topics: ReadonlySet<Topic>) => {
    if (topics.has('progress') || (topics.has('day') && topics.size === 1 && !dated)) return;
    if (topics.has('day')) nextFrame();
    else later();
    if (topics.has('day') && document.activeElement === stop) {
      // after the frame in which it is drawn: what is told is the new date
      requestAnimationFrame(() => announce(drawing?.readout ?? ''));
    }
  });
  chartKeys(app, stop, { dated, table: () => showTable(!isTable), readout: () => drawing?.readout ?? '' });
  dateByPointer(app, picture, () => drawing?.time ?? null);
  picture.addEventListener('click', (event) => {
    const target = (event.target as Element).closest('[data-scenario]');
    const who = target && app.who.find(({ name }) => name === target.getAttribute('data-scenario'));
    if (who) app.look({ focus: who.letter }, 'push');
  });

  frames.add({ draw, element });
  return { element, draw, drawing: () => drawing };
}

/** The picture is one image with a name: its ticks and labels are not read out one by one. */
function inside(svg: string): string {
  return svg.replace(/^(<svg[^>]*>)([\s\S]*)(<\/svg>)$/, '$1<g aria-hidden="true">$2</g>$3');
}
