/** Staff and money: posts through the grant year, who paid, and the way from money to days waited. */
import { chain } from '../../charts/money/chain.ts';
import { cost } from '../../charts/money/cost.ts';
import { money } from '../../charts/money/money.ts';
import { staff } from '../../charts/money/staff.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { h } from '../dom.ts';
import { frame } from '../frame.ts';

export function moneySection(app: App): HTMLElement {
  const posts = frame(app, { id: 'staff-chart', level: 3, dated: true, draw: (options) => staff(app.result, options) });
  const paid = frame(app, { id: 'paid-chart', level: 3, dated: true, draw: (options) => money(app.result, options) });
  const links = frame(app, {
    id: 'chain-chart',
    level: 3,
    dated: false,
    draw: (options) => chain(app.result, options),
  });
  const costs = frame(app, {
    id: 'cost-chart',
    level: 3,
    dated: false,
    most: 720,
    draw: (options) => cost(app.result, options),
  });
  return h(
    'section',
    { id: 'money', 'aria-labelledby': 'money-title' },
    h('h2', { id: 'money-title', class: 'chart-title level-2 section-title' }, say(app.lang, 'view_money')),
    posts.element,
    paid.element,
    links.element,
    costs.element,
  );
}
