/** docs/policies.md: what each bundled policy asks and claims, and what the audit found. */

import { listPolicies } from '../resolve/describe.ts';
import type { PolicyRefused, PolicyTried } from './audit-policies.ts';
import { decisive } from './audit-policies.ts';

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

/** A number with three significant digits. */
const short = (value: number | null) => (value === null ? '' : String(Number(value.toPrecision(3))));

export function policiesPage(
  tried: readonly PolicyTried[],
  refused: readonly PolicyRefused[],
  replications: number,
): string {
  const lines = [
    '# Policies',
    '',
    'Written by `npm run audit`; do not edit.',
    '',
    `Each bundled policy is tried on \`medium\` and \`region\` in the same ${replications} futures as the place as it is today, with parameters at their values.`,
    `A direction counts when the paired t lies beyond ${decisive}. Checked besides: the past equals that of the base; no other mechanism changes on the`,
    'first day; no two policies are the same; with its strength at zero a policy is the base, byte for byte.',
    '',
  ];
  for (const policy of listPolicies()) {
    lines.push(`## ${policy.name}: ${policy.label.en}`, '');
    lines.push(
      `${policy.label.nb}. ${policy.level === 'state' ? 'Reaches all municipalities.' : 'Reaches the municipalities in focus.'}`,
      '',
    );
    const names =
      policy.variants.length === 0 ? [policy.name] : policy.variants.map((one) => `${policy.name}:${one.name}`);
    for (const name of names) {
      const variant = policy.variants.find((one) => name.endsWith(`:${one.name}`));
      lines.push(
        `**\`${name}\`**${variant?.isDefault ? ' (what the bare name means)' : ''}: ${(variant?.asks ?? policy.asks)?.en ?? ''}`,
        '',
      );
      const results = tried.filter((one) => one.policy === name);
      if (results.some(({ claims }) => claims.length > 0)) {
        lines.push(
          '| place | measure | for | claim | difference | t | source |',
          '| --- | --- | --- | --- | ---: | ---: | --- |',
        );
        for (const { place, claims } of results) {
          for (const { claim, difference, t } of claims) {
            lines.push(
              `| ${[place, `\`${claim.measure}\``, claim.municipality, claim.direction, short(difference), t === null ? '' : Number.isFinite(t) ? t.toFixed(1) : '∞', claim.source].map(cell).join(' | ')} |`,
            );
          }
        }
        lines.push('');
      }
      for (const { place, reason } of refused.filter((one) => one.policy === name))
        lines.push(`Refused on \`${place}\`: ${reason}.`, '');
      const reason = results.find(({ zero }) => zero === null)?.zeroReason;
      if (reason) lines.push(`No strength to set to zero: ${reason}.`, '');
    }
    if (policy.sources.length > 0) lines.push(`Sources: ${policy.sources.join('; ')}.`, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
