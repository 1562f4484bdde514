import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { History } from '../../../model/simulate.ts';
import { rowsOf, tableOf, unwrap, wrap } from '../../../viz/live/parcel.ts';
import { checkpoints } from '../../../viz/live/schedule.ts';
import { Snapshots } from '../../../viz/live/snapshots.ts';
import { unpack } from '../../../viz/result/pack.ts';

describe('answers are shown', () => {
  test('after 1, 5, 20, 60 and 100 futures, then after twice as many, and after the last', () => {
    expect(checkpoints(1)).toEqual([1]);
    expect(checkpoints(3)).toEqual([1, 3]);
    expect(checkpoints(60)).toEqual([1, 5, 20, 60]);
    expect(checkpoints(100)).toEqual([1, 5, 20, 60, 100]);
    expect(checkpoints(1_000)).toEqual([1, 5, 20, 60, 100, 200, 400, 800, 1_000]);
  });
});

describe('snapshots', () => {
  const history = { world: { people: { length: 1_000 } } } as unknown as History;
  const megabytes = 1_000_000;

  test('of the first replications stay when there is no room for all', () => {
    const snapshots = new Snapshots(4.6 * megabytes);
    for (const replication of [1, 3, 5, 7, 9]) snapshots.keep('past', replication, history);
    expect([1, 3, 5, 7, 9].filter((replication) => snapshots.get('past', replication))).toEqual([1, 3, 5, 9]);
    // the latest only until the next
    snapshots.keep('past', 2, history);
    expect([1, 2, 3, 5, 9].filter((replication) => snapshots.get('past', replication))).toEqual([1, 2, 3]);
  });

  test('of another past make way for those of the one that is asked for', () => {
    const snapshots = new Snapshots(3.1 * megabytes);
    snapshots.keep('old', 1, history);
    snapshots.keep('old', 2, history);
    snapshots.keep('new', 1, history);
    expect([snapshots.get('old', 1), snapshots.get('old', 2), snapshots.get('new', 1)]).toEqual([
      history,
      undefined,
      history,
    ]);
    snapshots.keep('new', 2, history);
    expect(snapshots.get('old', 1)).toBeUndefined();
    expect(snapshots.get('new', 2)).toBe(history);
  });
});

describe('a parcel', () => {
  test('is opened as it was packed: the bundled answer, sent as a page gets it', () => {
    const result = unpack(readFileSync('viz/example/medium.json', 'utf8'));
    const opened = unwrap(structuredClone(wrap(result)));
    const { catalogue: ours, ...findings } = result.findings;
    const { catalogue: theirs, ...openedFindings } = opened.findings;
    expect(theirs).toBe(ours);
    expect({ ...opened, findings: openedFindings }).toEqual({ ...result, findings });
    expect(opened.findings.base).toBe(opened.findings.scenarios[0]);
  });

  test('keeps what is no number, nothing, a text and a list apart', () => {
    const rows = [
      { text: 'a', number: 1, missing: null, nan: Number.NaN, list: [1, 2], short: [1], mixed: 'x', empty: [] },
      { text: 'b', number: -0.5, missing: 2, nan: null, list: [3, 4], short: null, mixed: 3, empty: [] },
    ];
    expect(rowsOf(structuredClone(tableOf(rows)))).toEqual(rows);
    expect(rowsOf(tableOf([]))).toEqual([]);
  });
});
