/** The bar on top: whose place this is, jumps to the views, and what concerns the whole page. */
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { h } from '../dom.ts';
import { menu } from '../menu.ts';
import { isSheet } from '../panel/sheet.ts';
import { placeLabel } from '../places.ts';
import type { ThemeChoice } from '../state.ts';
import { copyLink } from './link.ts';

export const views = ['answer', 'queues', 'pathway', 'waits', 'money', 'fairness', 'assumptions'] as const;

export interface BarActions {
  copyAnswer: () => void;
  about: () => void;
  tour: () => void;
  open: () => void;
  downloads: () => { label: string; act: () => void }[];
}

export function bar(app: App, actions: BarActions): HTMLElement {
  const { lang } = app;
  const place = h('p', { class: 'place' });
  const name = () => {
    place.textContent = placeLabel(app.result.findings, lang);
  };
  app.listen((topics) => {
    if (topics.has('result')) name();
  });
  name();
  const link = () => copyLink(app);
  const more = menu(say(lang, 'bar_more'), say(lang, 'bar_more'), () => [
    { label: say(lang, 'bar_copy_answer'), act: actions.copyAnswer },
    { label: say(lang, 'bar_print'), act: () => print() },
    ...actions.downloads(),
    { label: say(lang, 'bar_open'), act: actions.open },
    ...(['auto', 'light', 'dark'] as ThemeChoice[]).map((theme) => ({
      label: say(lang, `theme_${theme}` as 'theme_auto'),
      on: app.view.theme === theme,
      act: () => app.look({ theme }),
    })),
    // on a phone the bar at the bottom opens it
    ...(isSheet()
      ? []
      : [{ label: say(lang, 'panel'), on: app.view.panel, act: () => app.look({ panel: !app.view.panel }) }]),
    { label: say(lang, 'bar_present'), on: app.view.present, act: () => app.look({ present: !app.view.present }) },
    { label: say(lang, 'bar_tour'), act: actions.tour },
    { label: say(lang, 'bar_about'), act: actions.about },
  ]);
  const other = lang === 'en' ? 'nb' : 'en';
  return h(
    'header',
    { class: 'bar' },
    h('a', { class: 'mark', href: '#', on: { click: toTop } }, mark(), 'Forløp'),
    place,
    h(
      'nav',
      { class: 'jumps', 'aria-label': say(lang, 'bar_views') },
      views.map((view) =>
        h(
          'a',
          {
            href: `#at=${view}`,
            'data-view': view,
            on: {
              click: (event) => {
                event.preventDefault();
                jump(view);
              },
            },
          },
          say(lang, `view_${view}`),
        ),
      ),
    ),
    h(
      'div',
      { class: 'bar-actions' },
      h(
        'button',
        { type: 'button', class: 'text-button wide-only', id: 'copy-link', on: { click: link } },
        say(lang, 'bar_link'),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'text-button',
          id: 'language',
          lang: other,
          on: { click: () => app.look({ lang: other }) },
        },
        other === 'nb' ? 'Norsk' : 'English',
      ),
      more,
    ),
  );
}

function toTop(event: Event): void {
  event.preventDefault();
  scrollTo({ top: 0 });
}

/** Goes to a view and puts the focus there, so that Tab goes on from it. */
export function jump(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  target.scrollIntoView({ block: 'start' });
  const head = target.querySelector<HTMLElement>('h1, h2, h3') ?? target;
  if (!head.hasAttribute('tabindex')) head.setAttribute('tabindex', '-1');
  head.focus({ preventScroll: true });
}

function mark(): Element {
  const box = h('span', { class: 'sign', 'aria-hidden': 'true' });
  box.innerHTML =
    '<svg viewBox="0 0 24 16" width="24" height="16"><circle cx="3" cy="8" r="3" fill="var(--accent)"/><path d="M5 8h4c5 0 4-5.5 9-5.5h5M9 8c5 0 4 5.5 9 5.5h5" fill="none" stroke="currentColor" stroke-width="2"/></svg>';
  return box;
}

/** Marks in the bar which view is on the screen. */
export function followViews(nav: HTMLElement): void {
  const links = [...nav.querySelectorAll<HTMLElement>('[data-view]')];
  const update = () => {
    let current = links[0];
    for (const link of links) {
      const section = document.getElementById(link.dataset.view ?? '');
      if (section && section.getBoundingClientRect().top < innerHeight * 0.4) current = link;
    }
    for (const link of links) {
      if (link === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('scroll', update, { passive: true });
  requestAnimationFrame(update);
}
