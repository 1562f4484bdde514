/** The pathway on the date: played, paused, dragged. */
import { date } from '../../../scenarios/words/format.ts';
import { pathway, pathwayFrame } from '../../charts/pathway/pathway.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { dateFields } from '../date-fields.ts';
import { h, prefersStill } from '../dom.ts';
import { frame } from '../frame.ts';
import { playButton } from '../play-button.ts';
import { player, speeds } from '../player.ts';
import { livesFrame } from './lives.ts';

/** How long a person is seen on the way from one room to the next, at the usual speed. */
const travelDays = 20;

export function pathwaySection(app: App): HTMLElement {
  let ground = '';
  const moment = () => {
    const { isPlaying, exact, speed } = player(app);
    return isPlaying && !prefersStill() ? { day: exact, travelDays: travelDays * speed } : {};
  };
  const chart = frame(app, {
    id: 'pathway-chart',
    level: 2,
    dated: true,
    key: () => (player(app).isPlaying ? String(player(app).exact) : ''),
    extra: controls(app),
    draw: (options) => {
      const asked = { ...options, ...moment() };
      ground = pathwayFrame(app.result, asked).groundKey;
      return pathway(app.result, asked);
    },
    // rooms and ways stay for a year: only figures and dots are put anew
    quick: (picture, options) => {
      if (!player(app).isPlaying) return false;
      const next = pathwayFrame(app.result, { ...options, ...moment() });
      const live = picture.querySelector('g.live');
      const title = document.getElementById('pathway-chart-title');
      if (next.groundKey !== ground || !live) return false;
      live.innerHTML = next.live;
      if (title) {
        const who = app.who.find(({ name }) => name === options.focus);
        title.textContent = say(options.lang, 'pathway_title', {
          date: date(options.lang, app.epochDay(options.day)),
          letter: who?.letter ?? '',
        });
      }
      return true;
    },
  });
  return h('section', { id: 'pathway' }, chart.element, livesFrame(app));
}

function controls(app: App): HTMLElement {
  const { lang } = app;
  const speed = h(
    'select',
    {
      'aria-label': say(lang, 'speed'),
      id: 'speed',
      on: {
        change: () => {
          player(app).speed = Number(speed.value);
        },
      },
    },
    speeds.map((times) =>
      h('option', { value: times }, say(lang, 'speed_times', { n: times === 0.5 ? '½' : String(times) })),
    ),
  );
  speed.value = String(player(app).speed);
  player(app).listen(() => {
    speed.value = String(player(app).speed);
  });
  return h(
    'div',
    { class: 'controls', role: 'group', 'aria-label': say(lang, 'pathway_controls') },
    playButton(app, 'play-pathway'),
    dateFields(app, 'pathway-date'),
    speed,
  );
}
