/** Which place is asked about, where the model can be run. */
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { fill, h } from '../dom.ts';
import { movedTo } from '../question-steps.ts';
import { whenChanged } from '../when-changed.ts';
import { offeredPlaces } from './offered.ts';

export function placePicker(app: App): HTMLElement {
  const { lang } = app;
  const box = h('div', { class: 'place-picker' });
  const seen = () => [app.question?.place, app.status.live];
  const render = whenChanged(seen, () => {
    const { question } = app;
    fill(box);
    if (question === null || app.status.live === 'off') return;
    const offered = offeredPlaces();
    const chooser = h(
      'select',
      {
        id: 'place',
        'aria-label': say(lang, 'change_place'),
        on: { change: () => app.question && app.ask(movedTo(app.question, chooser.value)) },
      },
      offered.map(({ name, label }) => h('option', { value: name }, label[lang])),
      !offered.some(({ name }) => name === question.place) && h('option', { value: question.place }, question.place),
    );
    chooser.value = question.place;
    fill(box, chooser);
  });
  app.listen((topics) => {
    if (topics.has('question') || topics.has('status')) render();
  });
  render();
  return box;
}
