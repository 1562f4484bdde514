/**
 * A post (årsverk or part of one): advertised, filled after a recruitment delay, vacated by turnover. One worker holds it.
 */
import { Alarm } from '../kernel/timer.ts';
import { Purpose } from '../person.ts';
import type { Town } from './town.ts';

export const PostState = {
  /** No longer paid by anybody. */
  closed: 0,
  /** Paid, without a worker and not advertised. */
  vacant: 1,
  advertised: 2,
  staffed: 3,
} as const;

/** Indexes of `fundingLines` in record.ts. */
export const Line = { own: 0, kept: 1, grant: 2, criteria: 3, framework: 4, office: 5 } as const;

export class Post {
  readonly alarm = new Alarm(this);
  readonly town: Town;
  readonly ordinal: number;
  readonly team: number;
  size: number;
  line: number;
  permanent: boolean;
  state: number = PostState.vacant;
  /** How many workers have been looked for; the ordinal of their draws. */
  worker = 0;
  seasonedAt = Infinity;
  leavesAt = Infinity;
  /** Persons whose caseworker holds this post. */
  cases = 0;

  constructor(town: Town, ordinal: number, team: number, size: number, line: number, permanent: boolean) {
    this.town = town;
    this.ordinal = ordinal;
    this.team = team;
    this.size = size;
    this.line = line;
    this.permanent = permanent;
  }

  get staffed(): boolean {
    return this.state === PostState.staffed;
  }

  /** Looks for a worker from now on. */
  advertise(): void {
    const { world } = this.town;
    const mean = this.town.numbers.posts.recruitment_days;
    const spread = world.common.staff.recruitment_spread;
    const draws = world.drawForPost(this.town, this.ordinal, Purpose.recruitment, this.worker++);
    this.become(PostState.advertised);
    world.clock.set(this.alarm, world.clock.now + draws.between(mean * (1 - spread), mean * (1 + spread)));
  }

  /** A worker begins. `experienced`: the first months' lower productivity is behind. */
  hire(experienced: boolean): void {
    const { world } = this.town;
    const { staff } = world.common;
    const now = world.clock.now;
    const turnover = this.permanent ? staff.permanent_turnover : staff.temporary_turnover;
    const draws = world.drawForPost(this.town, this.ordinal, Purpose.turnover, this.worker);
    this.leavesAt = turnover > 0 ? now + draws.exponential(365.25 / turnover) : Infinity;
    this.seasonedAt = experienced ? -Infinity : now + staff.new_worker_days;
    this.become(PostState.staffed);
    world.clock.set(this.alarm, Math.min(this.leavesAt, experienced ? Infinity : this.seasonedAt));
  }

  /** The post is paid no longer; its worker leaves. */
  close(): void {
    this.vacate(PostState.closed);
  }

  /** A part of the post is taken away; what is left keeps its worker. */
  shrink(size: number): void {
    if (size <= 1e-9) {
      this.close();
      return;
    }
    this.town.account();
    this.size = size;
    this.town.postsChanged(this.team);
  }

  /** The same worker under other terms, who from now leaves at the rate of these. */
  retitle(line: number, permanent: boolean): void {
    this.town.account();
    this.line = line;
    if (permanent !== this.permanent) this.changeTerms(permanent);
    this.town.postsChanged(this.team);
  }

  /** What is left of the worker's time is spent at another rate: one draw a worker, whatever the terms become. */
  private changeTerms(permanent: boolean): void {
    const { clock, common } = this.town.world;
    const { permanent_turnover, temporary_turnover } = common.staff;
    this.permanent = permanent;
    if (!this.staffed || this.leavesAt === Infinity) return;
    const [before, after] = permanent
      ? [temporary_turnover, permanent_turnover]
      : [permanent_turnover, temporary_turnover];
    this.leavesAt = after > 0 ? clock.now + ((this.leavesAt - clock.now) * before) / after : Infinity;
    clock.set(this.alarm, Math.min(this.leavesAt, this.seasonedAt > clock.now ? this.seasonedAt : Infinity));
  }

  happen(now: number): void {
    if (this.state === PostState.advertised) {
      if (this.town.funding.candidateComes(this.town, this, now)) this.hire(false);
      else this.become(PostState.vacant);
      return;
    }
    if (this.leavesAt <= now) {
      this.vacate(PostState.vacant);
      this.town.funding.vacated(this.town, this, now);
      return;
    }
    // the first months are over
    this.town.world.clock.set(this.alarm, this.leavesAt);
    this.town.postsChanged(this.team);
  }

  private vacate(state: number): void {
    const had = this.state === PostState.staffed;
    this.leavesAt = Infinity;
    this.seasonedAt = Infinity;
    this.town.world.clock.clear(this.alarm);
    this.become(state);
    if (had) this.town.world.flow.caseworkerLeft(this.town, this.team, this.ordinal);
  }

  private become(state: number): void {
    const names = ['closed', 'vacant', 'advertised', 'staffed'];
    const { world } = this.town;
    this.town.account();
    const before = this.state;
    this.state = state;
    world.observer.capacityEvent(this.town.index, `post ${names[before]}`, `post ${names[state]}`, 'post');
    this.town.postsChanged(this.team);
    if (state === PostState.staffed) world.flow.caseworkerCame(this.town, this.team);
  }

  copyFrom(other: Post): void {
    this.size = other.size;
    this.line = other.line;
    this.permanent = other.permanent;
    this.state = other.state;
    this.worker = other.worker;
    this.seasonedAt = other.seasonedAt;
    this.leavesAt = other.leavesAt;
    this.cases = other.cases;
  }
}
