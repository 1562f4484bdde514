/** A button that opens a list of things to do; Esc and a click elsewhere close it. */
import type { Child } from './dom.ts';
import { h } from './dom.ts';

export interface MenuItem {
  label: string;
  /** Shown ticked or not, where it is a switch. */
  on?: boolean;
  act: () => void;
}

/** @param name what screen readers hear, where the face says less */
export function menu(face: Child, name: string, items: () => MenuItem[], className = 'menu'): HTMLElement {
  const list = h('div', { class: 'menu-list', role: 'menu', hidden: true });
  const button = h(
    'button',
    { type: 'button', class: 'menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': name },
    face,
  );
  const box = h('div', { class: className }, button, list);
  const close = (isBack: boolean) => {
    if (list.hidden) return;
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    if (isBack) button.focus();
  };
  const outside = (event: Event) => {
    if (!box.contains(event.target as Node)) close(false);
  };
  const open = () => {
    list.replaceChildren(
      ...items().map(({ label, on, act }) =>
        h(
          'button',
          {
            type: 'button',
            role: on === undefined ? 'menuitem' : 'menuitemcheckbox',
            'aria-checked': on === undefined ? null : String(on),
            tabindex: -1,
            on: {
              click: () => {
                close(true);
                act();
              },
            },
          },
          label,
        ),
      ),
    );
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', outside, true);
    (list.firstElementChild as HTMLElement | null)?.focus();
  };
  button.addEventListener('click', () => (list.hidden ? open() : close(true)));
  box.addEventListener('keydown', (event) => {
    const all = [...list.children] as HTMLElement[];
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape' && !list.hidden) close(true);
    else if (event.key === 'ArrowDown' && !list.hidden) all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp' && !list.hidden) all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Tab') return close(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return box;
}
