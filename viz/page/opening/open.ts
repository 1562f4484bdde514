/** Opens files that are dropped on the page or chosen: a result directory, or places and policies. */
import type { Label, Language } from '../../../scenarios/words/words.ts';
import type { Dropped, Sniffed } from '../../result/dropped.ts';
import { chosen, dropped, sniff } from '../../result/dropped.ts';
import { say } from '../../words/words.ts';
import type { App } from '../app.ts';
import { h } from '../dom.ts';

export interface Opened {
  result: (directory: string, files: readonly Dropped[]) => void;
  scenarios: (texts: Record<string, string>) => void;
  refused: (message: Label) => void;
}

/** Listens for drops anywhere on the page. */
export function acceptDrops(app: App, signal: AbortSignal): void {
  // words that are dragged into a field are no file
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  const over = (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault();
  };
  addEventListener('dragover', over, { signal });
  const drop = (event: DragEvent) => {
    const items = event.dataTransfer?.items;
    if (!items || !hasFiles(event)) return;
    event.preventDefault();
    take(app, dropped(items));
  };
  addEventListener('drop', drop, { signal });
}

async function take(app: App, given: Promise<readonly Dropped[]> | readonly Dropped[]): Promise<void> {
  const opened = app.open;
  if (!opened) return;
  let found: Sniffed;
  try {
    found = await sniff(await given);
  } catch (error) {
    // a file that was taken away meanwhile, or may not be read
    return opened.refused(inBoth(() => (error instanceof Error ? error.message : String(error))));
  }
  if (found.kind === 'result') opened.result(found.directory, found.files);
  else if (found.kind === 'scenario') opened.scenarios(found.texts);
  else opened.refused(inBoth((lang) => found.error.format(lang)));
}

const inBoth = (text: (lang: Language) => string): Label => ({ en: text('en'), nb: text('nb') });

/** A window that says what can be opened, with a picker for folders and one for files. */
export function openDialog(app: App): void {
  const { lang } = app;
  const picker = (isFolder: boolean) =>
    h('input', {
      type: 'file',
      multiple: true,
      class: 'hidden',
      webkitdirectory: isFolder,
      tabindex: -1,
      'aria-hidden': 'true',
      on: {
        change: (event) => {
          const { files } = event.target as HTMLInputElement;
          dialog.close();
          if (files && files.length > 0) take(app, chosen(files));
        },
      },
    });
  const [folder, files] = [picker(true), picker(false)];
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'open-title' },
    h('h2', { id: 'open-title', class: 'chart-title level-2' }, say(lang, 'open_title')),
    h('p', {}, say(lang, 'open_what')),
    h('p', {}, say(lang, 'about_private')),
    h(
      'div',
      { class: 'dialog-buttons' },
      h(
        'button',
        { type: 'button', class: 'strong-button', on: { click: () => folder.click() } },
        say(lang, 'open_folder'),
      ),
      h(
        'button',
        { type: 'button', class: 'outline-button', on: { click: () => files.click() } },
        say(lang, 'open_files'),
      ),
      h(
        'button',
        { type: 'button', class: 'text-button', on: { click: () => dialog.close() } },
        say(lang, 'close_panel'),
      ),
    ),
    folder,
    files,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
