import { expect, test } from 'vitest';

test('a window that is there already is kept, and is as it was', async () => {
  const window = { Sim: 'of the page', other: 1 };
  Object.assign(globalThis, { window });
  try {
    const { Sim } = await import('../../../model/kernel/simjs.ts');
    expect(new Sim().simTime).toBe(0);
    expect((globalThis as { window?: unknown }).window).toBe(window);
    expect(window).toEqual({ Sim: 'of the page', other: 1 });
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
  }
});
