/** The page: reads the result that stands in it or beside it, and shows it. */
import './styles/base.css';
import './styles/layout.css';
import './styles/panel.css';
import './styles/answer.css';
import './styles/chart.css';
import './styles/notes.css';
import './styles/print.css';
import { servedAt } from '../result/fetched.ts';
import { unpack } from '../result/pack.ts';
import { begin, beginReading } from './begin.ts';
import { colourSheet } from './colours.ts';
import { h } from './dom.ts';
import { openHeadline } from './open-ahead.ts';

document.head.append(h('style', {}, colourSheet()));
const root = document.getElementById('app');
const served = servedAt(document);
const bundled = document.getElementById('result')?.textContent;
if (root && served !== null) beginReading(root, { kind: 'served', address: new URL(served, document.baseURI).href });
else if (root && bundled) {
  const result = unpack(bundled);
  // each of these takes a while: in between the browser may have something to do
  setTimeout(() => {
    openHeadline(result);
    setTimeout(() => begin(root, result));
  });
}
