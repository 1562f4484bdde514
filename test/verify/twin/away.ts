/** Out of contact: on the way to a referral or a return, or lost. */
import { Column } from './municipality.ts';
import type { Cell, Setting } from './state.ts';
import { add, each, forgetClock, forgetNeed, newCell, take } from './state.ts';

interface Spell {
  here: Cell;
  days: number;
}

export interface FromAway {
  toReferral: Cell;
  toReturn: Cell;
  emergencies: Cell;
  /** No longer lost, and still followed up by the municipality. */
  toMunicipality: Cell;
}

export class Away {
  /** Who comes today, after a relapse on the way to a referral or a return, after giving up, or lost. */
  toReferral: Cell = newCell();
  toReturn: Cell = newCell();
  gaveUp: Cell = newCell();
  lost: Cell = newCell();
  readonly spells: { referral: Spell; return: Spell; back: Spell; lost: Spell };
  private readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
    const { relapse, giving_up, out_of_contact } = setting.common;
    const spell = (days: number): Spell => ({ here: newCell(), days });
    this.spells = {
      referral: spell(relapse.referral_days),
      return: spell(relapse.return_days),
      back: spell(giving_up.back_days),
      lost: spell(out_of_contact.days),
    };
  }

  /** Who gave up or did not come: some are on their way back, the others lost. */
  stayAway(cell: Cell): void {
    forgetNeed(forgetClock(cell));
    const { back_share } = this.setting.common.giving_up;
    add(this.gaveUp, cell, back_share);
    add(this.lost, cell, 1 - back_share);
  }

  lose(cell: Cell): void {
    add(this.lost, forgetNeed(forgetClock(cell)));
  }

  day(): FromAway {
    const { out_of_contact } = this.setting.common;
    const { spells } = this;
    const toReferral = this.pass(spells.referral, this.toReferral);
    add(toReferral, this.pass(spells.back, this.gaveUp));
    const toReturn = this.pass(spells.return, this.toReturn);
    const over = this.pass(spells.lost, this.lost);
    this.toReferral = newCell();
    this.toReturn = newCell();
    this.gaveUp = newCell();
    this.lost = newCell();
    add(toReferral, over, out_of_contact.to_referral);
    const emergencies = newCell();
    add(emergencies, over, out_of_contact.to_emergency);
    // the rest goes on being lost
    add(spells.lost.here, over, 1 - out_of_contact.to_referral - out_of_contact.to_emergency - out_of_contact.to_exit);
    const toMunicipality = take(over, out_of_contact.to_exit);
    each(toMunicipality, (at) => {
      this.setting.flows.gone += toMunicipality[at + Column.none];
      toMunicipality[at + Column.none] = 0;
    });
    return { toReferral, toReturn, emergencies, toMunicipality };
  }

  private pass({ here, days }: Spell, entering: Cell): Cell {
    const { setting } = this;
    setting.live(here, 'inside');
    setting.live(entering, 'inside', 0.5);
    const over = take(here, 1 - Math.exp(-1 / days));
    add(over, take(entering, 1 - Math.exp(-0.5 / days)));
    add(here, entering);
    return over;
  }

  /** Who has lost contact today, and is dealt with at the end of the day. */
  coming(): Cell[] {
    return [this.toReferral, this.toReturn, this.gaveUp, this.lost];
  }
}
