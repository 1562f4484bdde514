/** Queue, difference and verdicts in one picture, under each other on one axis. */
import type { Result } from '../../result/result.ts';
import { say } from '../../words/words.ts';
import type { Drawing } from '../chart.ts';
import { root } from '../root.ts';
import { el, label, type Svg } from '../svg.ts';
import { type } from '../theme.ts';
import { difference, differencePanel } from './difference.ts';
import { queues, queuesPanel } from './queues.ts';
import { ribbon, ribbonPanel } from './ribbon.ts';
import { asked, type TimeOptions } from './time-options.ts';

/** White space above a heading within the picture, and from its baseline to what it names. */
const above = 34;
const below = 8;

/** The three charts over time. Its table is the queue's; its data are those of the queue and of the difference. */
export function overTime(result: Result, options: TimeOptions): Drawing {
  const { lang, frame, zoom } = asked(result, options);
  const first = queuesPanel(result, options);
  const top = queues(result, options, first);
  if (result.findings.base === null) return top;
  const second = differencePanel(result, options);
  const third = ribbonPanel(result, options);
  const middle = difference(result, options, second);
  const foot = ribbon(result, options, third);
  let y = first.height;
  const under = (heading: string, body: Svg, height: number) => {
    y += above;
    const baseline = y;
    y += below;
    const at = `translate(0,${y})`;
    y += height;
    return [
      label(heading, { x: 0, y: baseline, 'font-size': type.note, 'font-weight': 650 }),
      el('g', { transform: at }, body),
    ];
  };
  const body = [
    first.body,
    under(middle.title, second.body, second.height),
    under(say(lang, 'time_ribbon'), third.body, third.height),
  ];
  return {
    ...top,
    svg: root(frame.width, y, zoom, body),
    height: y * zoom,
    csv: [...top.csv, ...middle.csv.slice(1)],
    readout: [top.readout, middle.readout, foot.readout].join(' '),
  };
}
