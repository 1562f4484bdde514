/** Puts a new picture in place of one that is nearly the same: only what differs is touched, so that a drag stays smooth. */

/** @param box holds one picture, or nothing yet */
export function patch(box: Element, svg: string): void {
  const before = box.firstElementChild;
  if (!before) {
    box.innerHTML = svg;
    return;
  }
  const draft = document.createElement('div');
  draft.innerHTML = svg;
  const after = draft.firstElementChild;
  if (after) align(before, after);
}

function align(before: Element, after: Element): void {
  if (before.isEqualNode(after)) return;
  const isAlike = before.tagName === after.tagName && before.children.length === after.children.length;
  // words stand between no elements in these pictures: an element holds either
  if (!isAlike || (after.children.length === 0 && before.textContent !== after.textContent)) {
    before.replaceWith(after);
    return;
  }
  for (const { name } of [...before.attributes]) if (!after.hasAttribute(name)) before.removeAttribute(name);
  for (const { name, value } of after.attributes) {
    if (before.getAttribute(name) !== value) before.setAttribute(name, value);
  }
  const [old, next] = [[...before.children], [...after.children]];
  old.forEach((child, at) => {
    align(child, next[at]);
  });
}
