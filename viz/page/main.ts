/** The page: reads the result that stands in it, and shows it. */
import './styles/base.css';
import './styles/layout.css';
import './styles/panel.css';
import './styles/answer.css';
import './styles/chart.css';
import './styles/notes.css';
import './styles/print.css';
import { headline } from '../../scenarios/words/headline.ts';
import { unpack } from '../result/pack.ts';
import { entriesOf, viewFrom } from './address.ts';
import { App } from './app.ts';
import { colourSheet } from './colours.ts';
import { h } from './dom.ts';
import { isLanguage, preferredLanguage } from './language.ts';
import { build } from './layout.ts';
import { printed } from './print.ts';
import { questionOf } from './question-steps.ts';
import { firstView } from './state.ts';
import { followSteps } from './steps.ts';

document.head.append(h('style', {}, colourSheet()));
const data = document.getElementById('result')?.textContent;
const root = document.getElementById('app');
if (data && root) start(data, root);

function start(text: string, root: HTMLElement): void {
  // a report says in which language it was asked for
  const said = document.documentElement.dataset.lang;
  const lang = isLanguage(said) ? said : preferredLanguage(navigator.languages);
  const view = viewFrom(entriesOf(location.hash), { ...firstView, lang });
  const result = unpack(text);
  const app = new App(result, view, questionOf(result.findings));
  const dress = () => {
    const { lang: language, theme, present, panel } = app.view;
    const page = document.documentElement;
    page.lang = language;
    if (theme === 'auto') delete page.dataset.theme;
    else page.dataset.theme = theme;
    page.classList.toggle('present', present);
    page.classList.toggle('no-panel', !panel || present);
    document.title = `${headline(app.result.findings, language)} · Forløp`;
  };
  const rebuild = () => {
    const focused = document.activeElement?.id;
    const { scrollY } = window;
    app.forget();
    listen();
    build(app, root);
    scrollTo(0, scrollY);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  };
  const listen = () =>
    app.listen((topics) => {
      dress();
      if (topics.has('language')) rebuild();
    });
  dress();
  listen();
  build(app, root);
  followSteps(app);
  printed();
}
