import type { Label } from '../../scenarios/words/words.ts';

export const live = {
  live_memory: {
    en: 'There is not enough memory for so many futures. Ask for fewer, or close other pages.',
    nb: 'Det er ikke nok minne til så mange framtider. Be om færre, eller lukk andre sider.',
  },
  live_too_many: {
    en: 'So many futures need more memory than the page may take here: there is room for {most}. The command line has no such limit.',
    nb: 'Så mange framtider trenger mer minne enn siden kan bruke her: det er plass til {most}. Kommandolinja har ingen slik grense.',
  },
  live_failed: {
    en: 'The calculation failed: {reason}.',
    nb: 'Beregningen feilet: {reason}.',
  },
  live_lost: {
    en: 'The calculation stopped twice. The link keeps what you have chosen.',
    nb: 'Beregningen stanset to ganger. Lenken tar vare på det du har valgt.',
  },
  live_silent: {
    en: 'The calculation no longer gives a sign of life, so it was ended.',
    nb: 'Beregningen gir ikke lenger livstegn og ble avsluttet.',
  },
  live_restart: { en: 'Start the calculation again', nb: 'Start beregningen på nytt' },
  link_refused: {
    en: 'In the link, {field} is “{found}”; expected {expected}. The usual value is used.',
    nb: 'I lenken er {field} «{found}»; ventet {expected}. Den vanlige verdien brukes.',
  },
  link_expected_place: { en: 'the name of a place', nb: 'navnet på et sted' },
  link_expected_uncertainty: { en: 'all or chance', nb: 'all eller chance' },
  link_expected_count: { en: 'a whole number from {least} to {most}', nb: 'et helt tall fra {least} til {most}' },
  link_expected_number: { en: 'a number', nb: 'et tall' },
  hindrance_group: {
    en: 'Holds for the whole run: it cannot change from the switch.',
    nb: 'Gjelder hele kjøringen: det kan ikke endres etter skiftet.',
  },
  hindrance_start: {
    en: 'Only counts when the history begins: it cannot change from the switch.',
    nb: 'Teller bare når historien begynner: det kan ikke endres etter skiftet.',
  },
  hindrance_whole: {
    en: 'One part of a whole: it cannot be changed alone.',
    nb: 'Én del av en helhet: det kan ikke endres alene.',
  },
  hindrance_framework: {
    en: 'Only counts where the money comes as a framework grant.',
    nb: 'Teller bare der pengene kommer som rammetilskudd.',
  },
  hindrance_application: {
    en: 'Only counts where the grant is applied for.',
    nb: 'Teller bare der det søkes om tilskuddet.',
  },
  hindrance_criteria: {
    en: 'Only counts where the grant is shared out by criteria.',
    nb: 'Teller bare der tilskuddet fordeles etter kriterier.',
  },
  hindrance_office: {
    en: 'Only counts where an office decides.',
    nb: 'Teller bare der et tildelingskontor vedtar.',
  },
  hindrance_team: {
    en: 'Only counts where the team decides.',
    nb: 'Teller bare der teamet vedtar.',
  },
} as const satisfies Record<string, Label>;
