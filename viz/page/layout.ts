/** The page put together: bar, panel, views in their order, foot; built anew when the language changes. */
import { say } from '../words/words.ts';
import { answerText } from './answer-text.ts';
import type { App } from './app.ts';
import { bar, followViews, jump, views } from './bar/bar.ts';
import { placeAsked } from './bar/link.ts';
import { fill, h } from './dom.ts';
import { downloadItems } from './download-items.ts';
import { copyText } from './downloads.ts';
import { drawInIdleTime, forgetFrames } from './frame.ts';
import { liveRegion } from './live-region.ts';
import { openDialog } from './opening/open.ts';
import { panel } from './panel/panel.ts';
import { bottomBar } from './panel/sheet.ts';
import { answerSection } from './sections/answer.ts';
import { assumptionSection } from './sections/assumptions.ts';
import { fairnessSection } from './sections/fairness.ts';
import { moneySection } from './sections/money.ts';
import { pathwaySection } from './sections/pathway.ts';
import { queueSection } from './sections/queues.ts';
import { waitSection } from './sections/waits.ts';
import { tell } from './toast.ts';
import { startTour } from './tour.ts';

/** In the order of the page. */
const sections = [
  answerSection,
  queueSection,
  pathwaySection,
  waitSection,
  moneySection,
  fairnessSection,
  assumptionSection,
];

export function build(app: App, root: HTMLElement): void {
  const { lang } = app;
  forgetFrames();
  const copyAnswer = () =>
    copyText(answerText(app.result.findings, lang)).then((done) =>
      tell(say(lang, done ? 'answer_copied' : 'answer_not_copied')),
    );
  const about = () => jump('assumptions');
  const top = bar(app, {
    copyAnswer,
    about,
    tour: () => startTour(app),
    open: () => openDialog(app),
    downloads: () => downloadItems(app),
  });
  const content = h(
    'main',
    { id: 'content', tabindex: -1 },
    sections.map((section) => section(app)),
  );
  fill(
    root,
    h('a', { class: 'skip', href: '#content', on: { click: skip } }, say(lang, 'skip')),
    top,
    h('div', { class: 'page' }, panel(app, { tour: () => startTour(app), about }), content),
    bottomBar(app),
    liveRegion(),
  );
  followViews(top);
  drawInIdleTime();
  const asked = placeAsked(location.hash);
  if (asked && (views as readonly string[]).includes(asked)) requestAnimationFrame(() => jump(asked));
}

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
