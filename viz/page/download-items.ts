/** What the whole answer can be saved as, where the model can be run. */
import { say } from '../words/words.ts';
import type { App } from './app.ts';
import { save } from './downloads.ts';
import type { MenuItem } from './menu.ts';
import { tell } from './toast.ts';

export function downloadItems(app: App): MenuItem[] {
  const { lang, live, question } = app;
  if (live === null || question === null) return [];
  return [
    {
      label: say(lang, 'download_all'),
      act: async () => {
        const blob = await live.files(null, (done, of) => {
          if (done % 10 === 1) tell(say(lang, 'download_writing', { done, of }));
        });
        if (blob) save('forlop-result.zip', blob);
      },
    },
  ];
}
