/** A note that opens on click, on pointing and on focus, stays while it is pointed at, and closes on Esc. */
import type { Child } from './dom.ts';
import { fill, h } from './dom.ts';

const patience = 200;

/** @param face what is pressed; @param content made when it opens */
export function popover(face: Child, name: string, content: () => Child, className = ''): HTMLElement {
  const id = `note-${++count}`;
  const note = h('span', { class: 'popover', id, role: 'note', hidden: true });
  const button = h(
    'button',
    {
      type: 'button',
      class: `popover-button ${className}`,
      'aria-label': name,
      'aria-expanded': 'false',
      'aria-controls': id,
    },
    face,
  );
  const box = h('span', { class: 'popover-box' }, button, note);
  let isKept = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    clearTimeout(timer);
    if (!note.hidden) return;
    fill(note, content());
    note.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    // inside the screen
    note.style.translate = '';
    const { left, right } = note.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 8;
    if (right > room) note.style.translate = `${room - right}px 0`;
    else if (left < 8) note.style.translate = `${8 - left}px 0`;
    addEventListener('keydown', onKey, true);
  };
  const close = () => {
    clearTimeout(timer);
    note.hidden = true;
    isKept = false;
    button.setAttribute('aria-expanded', 'false');
    removeEventListener('keydown', onKey, true);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  /** As asked for by key or press: what opens below the edge of its panel is brought into sight. */
  const openInSight = () => {
    open();
    note.scrollIntoView({ block: 'nearest' });
  };
  button.addEventListener('click', () => {
    if (isKept) return close();
    openInSight();
    isKept = true;
  });
  button.addEventListener('focus', () => {
    if (button.matches(':focus-visible')) openInSight();
  });
  box.addEventListener('pointerenter', (event) => {
    if (event.pointerType === 'mouse') open();
  });
  box.addEventListener('pointerleave', () => {
    timer = setTimeout(() => {
      if (!isKept) close();
    }, patience);
  });
  box.addEventListener('focusout', (event) => {
    if (!box.contains(event.relatedTarget as Node)) close();
  });
  return box;
}

let count = 0;
