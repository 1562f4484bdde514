/** What the whole answer can be saved as, where the model can be run. */
import type { Written } from '../live/writer.ts';
import type { Question } from '../question/question.ts';
import { say } from '../words/words.ts';
import type { App } from './app.ts';
import { save } from './downloads.ts';
import { makeWorker } from './make-worker.ts';
import type { MenuItem } from './menu.ts';
import { tell } from './toast.ts';

export function downloadItems(app: App): MenuItem[] {
  const { lang, live, question } = app;
  if (live === null || question === null) return [];
  return [
    { label: say(lang, 'download_all'), act: () => saveAll(app) },
    { label: say(lang, 'download_yaml'), act: () => saveScenarios(app, question) },
  ];
}

async function saveAll({ live, lang }: App): Promise<void> {
  if (live === null) return;
  const blob = await live.files(null, (done, of) => {
    if (done % 10 === 1) tell(say(lang, 'download_writing', { done, of }));
  });
  if (blob) save('forlop-result.zip', blob, 'application/zip');
}

/** A file for each scenario with numbers of its own; the command that takes them stands in every one, and is said. */
function saveScenarios({ lang }: App, question: Question): void {
  const worker = makeWorker();
  worker.onmessage = ({ data }: MessageEvent<Written>) => {
    worker.terminate();
    if ('problem' in data) return tell(data.problem.message[lang]);
    const files = Object.entries(data.files);
    for (const [path, text] of files) {
      save(path.replace(/^.*\//, ''), `# ${data.command}\n${text}`, 'application/yaml');
    }
    if (files.length === 0) save('forlop.txt', `${data.command}\n`);
    return tell(say(lang, 'download_command', { command: data.command }));
  };
  worker.postMessage({ kind: 'begin', role: 'writer', question });
}
