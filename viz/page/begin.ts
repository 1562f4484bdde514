/** Shows a result: one that the page came with, or one that was read from files. Whatever was shown before is left. */
import { headline } from '../../scenarios/words/headline.ts';
import type { Label } from '../../scenarios/words/words.ts';
import type { Source } from '../live/reader.ts';
import type { Link } from '../question/link.ts';
import type { Result } from '../result/result.ts';
import { viewerWords } from '../words/words.ts';
import { questionAt, readAddress, viewFrom } from './address.ts';
import { App } from './app.ts';
import { fill, h } from './dom.ts';
import { isLanguage, preferredLanguage } from './language.ts';
import { build } from './layout.ts';
import { goLive } from './live-model.ts';
import { makeWorker } from './make-worker.ts';
import { openFirst, openRest } from './open-ahead.ts';
import { acceptDrops } from './opening/open.ts';
import { readInWorker, readingText } from './opening/reading.ts';
import { withFiles } from './opening/scenario-files.ts';
import { closeSheetOnEscape } from './panel/sheet.ts';
import { printed } from './print.ts';
import { questionOf } from './question-steps.ts';
import { firstView } from './state.ts';
import { followSteps } from './steps.ts';
import { tell } from './toast.ts';

/** A report is one answer on paper and on the screen; it says in which language it was asked for. */
const reportLanguage = document.documentElement.dataset.lang;

let leave: () => void = () => {};

/** @param fromFiles what the files do not say; null: the result came with the page */
export function begin(root: HTMLElement, result: Result, fromFiles: readonly Label[] | null = null): void {
  leave();
  const lang = isLanguage(reportLanguage) ? reportLanguage : preferredLanguage(navigator.languages);
  const address = readAddress(location.hash);
  const isFixed = fromFiles !== null || reportLanguage !== undefined;
  const app = new App(
    result,
    viewFrom(address.view, { ...firstView, lang }),
    isFixed ? null : questionOf(result.findings),
  );
  // before anything is built or remembered: what the link asks is where undo ends
  app.question = questionAt(location.hash, app.home);
  app.notices = fromFiles ?? [];
  const wait = new AbortController();
  leave = () => {
    wait.abort();
    app.forget();
    app.live?.end();
  };
  const dress = () => dressPage(app);
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
      if (!topics.has('progress') && !topics.has('day')) dress();
      if (topics.has('question')) app.live?.ask();
      if (topics.has('language')) rebuild();
    });
  app.open = {
    result: (directory, files) => {
      app.report({ reading: directory, refused: null });
      readInWorker(
        makeWorker,
        { kind: 'dropped', directory, files },
        {
          reading: (reading) => app.report({ reading: readingText(app.lang, reading) }),
          read: (read, notices) => begin(root, read, notices),
          refused: (message) => app.report({ reading: null, refused: message }),
        },
      );
    },
    scenarios: (texts) => {
      const { question, live, status } = app;
      const next = question && live && withFiles(question, texts);
      if (next) app.ask(next);
      else app.report({ refused: question && live ? viewerWords.add_full : (status.why ?? viewerWords.not_live) });
    },
    refused: (message) => app.report({ refused: message }),
  };
  dress();
  listen();
  build(app, root);
  openFirst(result);
  openRest(result);
  acceptDrops(app, wait.signal);
  closeSheetOnEscape(wait.signal);
  printed(app, wait.signal);
  if (app.home !== null) startModel(app, address);
  // the first step is what the link asked
  followSteps(app, wait.signal);
}

/** The model is started when the page has been drawn. */
function startModel(app: App, { ignored, refused }: Link): void {
  const { home } = app;
  app.report({ live: 'starting' });
  const said = refused.map(({ message }) => message[app.lang]);
  if (ignored.length > 0) said.push(app.say('link_ignored', { entries: ignored.join(', ') }));
  if (said.length > 0) tell(said.join(' '));
  setTimeout(() => {
    app.live = goLive(app, makeWorker, home);
    if (app.live === null) app.report({ live: 'off', why: viewerWords.no_workers });
    else app.live.ask();
  });
}

function dressPage({ view, result, status }: App): void {
  const { lang, theme, present, panel } = view;
  const page = document.documentElement;
  // setting it again would have the styles of the whole page reckoned anew
  if (page.lang !== lang) page.lang = lang;
  if (theme === 'auto') delete page.dataset.theme;
  else page.dataset.theme = theme;
  page.classList.toggle('present', present);
  page.classList.toggle('no-panel', !panel || present);
  page.classList.toggle('before', status.problem !== null || status.stale);
  document.title = `${headline(result.findings, lang)} · Forløp`;
}

/** Reads the files that `forlop view` serves, and shows them; what goes wrong stands in their place. */
export function beginReading(root: HTMLElement, source: Source): void {
  const lang = preferredLanguage(navigator.languages);
  document.documentElement.lang = lang;
  const line = h('p', { role: 'status' });
  fill(root, h('main', { class: 'reading-page' }, h('h1', {}, 'Forløp'), line));
  readInWorker(makeWorker, source, {
    reading: (reading) => {
      line.textContent = readingText(lang, reading);
    },
    read: (result, notices) => begin(root, result, notices),
    refused: (message) => {
      line.className = 'problem';
      line.textContent = message[lang];
    },
  });
}
