/** All municipalities of a country at once. */
import { runReplication } from '../../scenarios/experiment/replication.ts';
import { withCountry } from './country-place.ts';
import { jobOf } from './job.ts';
import { peakMegabytes } from './process.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import { cpuMs } from './timing.ts';

/** The first replication of its process, before the code is compiled: what somebody waits for who asks once. */
export function measureCountry(): Row[] {
  const job = jobOf(['country'], 10, withCountry);
  const before = cpuMs();
  const { events } = runReplication(job, 1);
  const seconds = (cpuMs() - before) / 1000;
  return [
    row('country.seconds', '357 municipalities, 5.5 million: history and ten years, once', seconds, 'CPU s', {
      atMost: 5,
    }),
    row('country.events', 'the same, events', events / seconds / 1e6, 'million events per CPU second'),
    row('country.memory', 'the same, most memory of the process', peakMegabytes(), 'MB', { atMost: 500 }),
  ];
}
