/** The flow chart of docs/model.md, as Mermaid text: drawn from the model's own list of moves and from what a run counted. */
import type { Position } from '../../model/record.ts';
import { positions } from '../../model/record.ts';
import type { Transition } from '../../model/transitions.ts';
import { word } from '../words/words.ts';

/** Where positions stand in the picture. */
const rooms: [title: string, positions: Position[]][] = [
  ['Municipality', ['awaiting_intake', 'awaiting_decision', 'awaiting_follow_up', 'municipal_support', 'follow_up']],
  ['The list of TSB', ['awaiting_assessment', 'awaiting_first_contact', 'deferred']],
  ['In TSB', ['outpatient', 'lar', 'detox', 'short_stay', 'long_stay', 'ready_for_discharge']],
  ['Without a service', ['out_of_contact', 'after_discharge']],
  ['No longer present', ['stable', 'dead', 'gone']],
];

export interface Chart {
  /** Mermaid. */
  text: string;
  /** Moves that are drawn and that are left out, as pairs of positions, and persons a year per 100,000 adults. */
  drawn: { pairs: number; persons: number };
  left: { pairs: number; persons: number };
}

/**
 * Draws every declared pair of positions between which at least `least` persons a year move.
 * @param flows persons a year per 100,000 adults by `from|to|cause`
 * @throws Error when a flow was counted that is not declared
 */
export function flowChart(
  transitions: readonly Transition[],
  flows: ReadonlyMap<string, number>,
  least: number,
): Chart {
  const declared = new Set(transitions.map(({ from, to, cause }) => `${from}|${to}|${cause}`));
  for (const key of flows.keys()) if (!declared.has(key)) throw new Error(`a move that is not declared: ${key}`);
  const pairs = new Map<string, { from: Position | ''; to: Position; persons: number; causes: [string, number][] }>();
  for (const { from, to, cause } of transitions) {
    if (cause === 'census') continue;
    const pair = pairs.get(`${from}|${to}`) ?? { from, to, persons: 0, causes: [] };
    const persons = flows.get(`${from}|${to}|${cause}`) ?? 0;
    pair.persons += persons;
    pair.causes.push([cause, persons]);
    pairs.set(`${from}|${to}`, pair);
  }
  const all = [...pairs.values()];
  const drawn = all.filter(({ persons }) => persons >= least);
  const left = all.filter(({ persons }) => persons < least);
  const lines = ['flowchart TD', `  need(["${word('en', 'cause_new_need')}"])`];
  for (const [title, inside] of rooms) {
    const used = inside.filter((position) => drawn.some(({ from, to }) => from === position || to === position));
    if (used.length === 0) continue;
    lines.push(`  subgraph ${title.replace(/\W/g, '_')}["${title}"]`);
    for (const position of used) lines.push(`    ${nodeOf(position)}`);
    lines.push('  end');
  }
  for (const { from, to, persons, causes } of drawn) {
    const named = causes
      .filter(([, part]) => part >= persons / 10)
      .sort((a, b) => b[1] - a[1])
      .map(([cause]) => word('en', `cause_${cause}` as Parameters<typeof word>[1]));
    lines.push(`  ${from === '' ? 'need' : from} -->|"${persons.toFixed(0)}: ${named.join(', ')}"| ${to}`);
  }
  const sum = (list: typeof all) => list.reduce((total, { persons }) => total + persons, 0);
  return {
    text: lines.join('\n'),
    drawn: { pairs: drawn.length, persons: sum(drawn) },
    left: { pairs: left.length, persons: sum(left) },
  };
}

function nodeOf(position: Position): string {
  const label = word('en', `position_${position}` as Parameters<typeof word>[1]);
  const present = positions.indexOf(position) < positions.indexOf('stable');
  return present ? `${position}["${label}"]` : `${position}(["${label}"])`;
}
