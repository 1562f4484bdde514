/**
 * A municipality: the streams that bring new needs, its posts and teams, its office, and what it gets from whom.
 */
import type { Mechanisms } from '../arrangement.ts';
import { inForce, sameValues } from '../arrangement.ts';
import type { Funding } from '../funding/funding.ts';
import { fundingMechanisms } from '../funding/funding.ts';
import type { Gate } from '../gate/gate.ts';
import { gateMechanisms } from '../gate/gate.ts';
import type { Timer } from '../kernel/timer.ts';
import { Alarm } from '../kernel/timer.ts';
import { T } from '../observer.ts';
import type { TownNumbers } from '../parameters.ts';
import type { Person } from '../person.ts';
import { fundingLines } from '../record.ts';
import { teamMechanisms } from '../team/team.ts';
import type { World } from '../world.ts';
import { Office } from './office.ts';
import { Line, Post, PostState } from './post.ts';
import { Stream } from './stream.ts';
import { Team } from './team.ts';

/** What the municipality's priority for the field decides; drawn, or a condition of the place. */
export interface Council {
  retention: number;
  passThrough: number;
  trustsRenewal: boolean;
}

/** Its own moment is the next date of its funding's calendar. */
export class Town {
  readonly alarm = new Alarm(this);
  readonly world: World;
  readonly index: number;
  /** Its ordinal among the towns in focus, -1 when not in focus. */
  readonly focus: number;
  numbers: TownNumbers;
  mechanisms: Mechanisms;
  readonly streams: Stream[];
  readonly posts: Post[] = [];
  readonly teams: Team[] = [];
  readonly office: Office;
  /** The latent trait that drives what the council does, N(0, 1). */
  priority = 0;
  council: Council = { retention: 1, passThrough: 1, trustsRenewal: false };

  // the grant by application
  holdsGrant = false;
  /** Whether this calendar year's application has been answered. */
  answered = false;
  grantWagesThisYear = 0;
  grantedThisYear = 0;
  /** NOK a year that the state hands out under another scheme, and of these to posts. */
  yearlySum = 0;
  yearlyToPosts = 0;

  private accountedAt: number;

  constructor(world: World, index: number, focus: number) {
    this.world = world;
    this.index = index;
    this.focus = focus;
    const day = world.clock.now - world.switchDay;
    const arrangement = world.arrangement.towns[index];
    this.numbers = inForce(arrangement.numbers, day);
    this.mechanisms = inForce(arrangement.mechanisms, day);
    this.streams = [0, 1, 2].map((kind) => new Stream(this, kind));
    this.office = new Office(this);
    this.accountedAt = world.clock.now;
  }

  get funding(): Funding {
    return fundingMechanisms[this.mechanisms.funding];
  }

  get gate(): Gate {
    return gateMechanisms[this.mechanisms.gate];
  }

  /** Whether the team supports a person whose case is not decided yet. */
  get supportsBefore(): boolean {
    return this.gate.supportsBefore(this);
  }

  /** A person's rank in the municipality's queues. */
  rank(person: Person): number {
    return this.gate.byNeed(this) ? this.world.groups[person.group].need_order : 0;
  }

  /** The next date of the funding's calendar. */
  happen(now: number): void {
    this.funding.date(this, now);
  }

  /** A new post, in the team that has least. */
  addPost(size: number, line: number, permanent: boolean): Post {
    const sizes = this.teams.map(() => 0);
    for (const post of this.posts) if (post.state !== PostState.closed) sizes[post.team] += post.size;
    let least = 0;
    for (let team = 1; team < sizes.length; team++) if (sizes[team] < sizes[least]) least = team;
    const post = new Post(this, this.posts.length, least, size, line, permanent);
    this.account();
    this.posts.push(post);
    return post;
  }

  /** A sum of posts is whole posts and one fraction last, each one worker. */
  addPosts(sum: number, line: number, permanent: boolean): Post[] {
    const added: Post[] = [];
    for (let left = sum; left > 1e-9; left -= 1) added.push(this.addPost(Math.min(1, left), line, permanent));
    return added;
  }

  /** Posts that somebody pays, by who pays. */
  paidPosts(line: number): number {
    let sum = 0;
    for (const post of this.posts) if (post.state !== PostState.closed && post.line === line) sum += post.size;
    return sum + (line === Line.office ? this.office.posts : 0);
  }

  staffedPosts(line: number): number {
    let sum = 0;
    for (const post of this.posts) if (post.staffed && post.line === line) sum += post.size;
    return sum + (line === Line.office ? this.office.posts : 0);
  }

  /** Something about the posts of a team is different: its places are worked out anew. */
  postsChanged(team: number): void {
    const it = this.teams[team];
    if (!it) return;
    // the days until now had the places of until now
    this.account();
    let staffed = 0;
    for (const post of this.posts) if (post.team === team && post.staffed) staffed++;
    it.staffedPosts = staffed;
    const mechanism = teamMechanisms[this.mechanisms.team];
    it.places = mechanism.places(this, it);
    const intensity = it.intensity;
    if (staffed === 0) {
      it.intensity = 0;
    } else if (it.intensity === 0) {
      it.intensity = mechanism.intensity(it);
    }
    if (it.intensity !== intensity) this.world.flow.intensityChanged(this, team, intensity);
    this.world.flow.fillTeam(this, team);
  }

  /** The first of a month: closeness of contact follows the load. */
  newMonth(): void {
    const mechanism = teamMechanisms[this.mechanisms.team];
    for (const team of this.teams) {
      if (team.staffedPosts === 0) continue;
      const before = team.intensity;
      team.intensity = mechanism.intensity(team);
      if (team.intensity !== before) this.world.flow.intensityChanged(this, team.index, before);
    }
  }

  /** Brings days and money up to now. Called before anything about posts changes, and at new year. */
  account(): void {
    const now = this.world.clock.now;
    const days = now - this.accountedAt;
    this.accountedAt = now;
    if (days <= 0) return;
    const { observer, common } = this.world;
    const price = common.costs.post / 365.25;
    let funded = 0;
    let staffed = 0;
    let byState = 0;
    let grant = 0;
    for (const post of this.posts) {
      if (post.state === PostState.closed) continue;
      funded += post.size;
      if (!post.staffed) continue;
      staffed += post.size;
      if (post.line === Line.grant) grant += post.size;
      else if (post.line === Line.criteria || post.line === Line.framework) byState += post.size;
    }
    const office = this.office.posts;
    let places = 0;
    let closed = 1;
    for (const team of this.teams) {
      places += team.places;
      if (team.staffedPosts > 0) closed = 0;
    }
    const add = (tally: number, amount: number) => observer.tallyTown(tally, this.focus, amount);
    add(T.post_days_funded, (funded + office) * days);
    add(T.post_days_staffed, staffed * days);
    add(T.post_days_vacant, (funded - staffed) * days);
    add(T.post_days_closed, closed * days);
    add(T.place_days, places * days);
    add(T.nok_wages, (staffed + office) * days * price);
    const wages = grant * days * price;
    this.grantWagesThisYear += wages;
    const sum = (this.yearlySum * days) / 365.25;
    // a council that adds money of its own pays the posts beyond the sum
    const paid = this.yearlyToPosts > this.yearlySum ? this.yearlySum / this.yearlyToPosts : 1;
    add(T.nok_state, wages + sum);
    add(T.nok_granted, sum);
    add(T.nok_state_posts, wages + byState * paid * days * price);
    add(T.nok_other_services, (Math.max(0, this.yearlySum - this.yearlyToPosts) * days) / 365.25);
    if (this.holdsGrant) add(T.grant_years, days / 365.25);
  }

  /** Takes up what holds from a day on; what says the same as before changes nothing. */
  changeNumbers(day: number): void {
    const arrangement = this.world.arrangement.towns[this.index];
    const numbers = inForce(arrangement.numbers, day);
    const before = this.numbers;
    if (numbers !== before) {
      this.account();
      const needs = !sameValues(before.town, numbers.town);
      const cases = !sameValues(before.follow_up, numbers.follow_up);
      if (needs) for (const stream of this.streams) stream.spend();
      // running cases are spent under the old numbers and planned under the new
      if (cases) this.recount();
      this.numbers = numbers;
      if (needs) for (const stream of this.streams) stream.plan();
      if (cases) this.recount();
      if (numbers.posts.own !== before.posts.own) this.ownPostsChanged(numbers.posts.own - before.posts.own);
      if (cases) for (const team of this.teams) this.postsChanged(team.index);
    }
    const mechanisms = inForce(arrangement.mechanisms, day);
    if (mechanisms !== this.mechanisms) {
      const previous = this.mechanisms;
      this.account();
      this.mechanisms = mechanisms;
      if (!sameValues(previous, mechanisms)) this.world.flow.mechanismsChanged(this, previous);
    }
  }

  private recount(): void {
    for (const team of this.teams) this.world.flow.intensityChanged(this, team.index, team.intensity);
  }

  /** The municipality adds posts, which are advertised, or takes away the last ones, vacant ones first. */
  private ownPostsChanged(difference: number): void {
    if (difference > 1e-9) {
      for (const post of this.addPosts(difference, Line.own, true)) post.advertise();
      return;
    }
    this.takeOwnPosts(-difference);
  }

  /** Takes away a sum of the municipality's own posts: vacant ones first, then the last. Returns what was taken. */
  takeOwnPosts(sum: number): number {
    let left = sum;
    for (const staffed of [false, true]) {
      for (let index = this.posts.length - 1; index >= 0 && left > 1e-9; index--) {
        const post = this.posts[index];
        if (post.line !== Line.own || post.state === PostState.closed || post.staffed !== staffed) continue;
        const part = Math.min(post.size, left);
        left -= part;
        post.shrink(post.size - part);
      }
    }
    return sum - left;
  }

  /** Rows of capacity.csv at this instant: funded, staffed and in use, by who pays. */
  capacityRow(into: Float64Array, at: number): void {
    const n = fundingLines.length;
    for (let line = 0; line < n; line++) {
      into[at + line * 3] += this.paidPosts(line);
      into[at + line * 3 + 1] += this.staffedPosts(line);
    }
    for (const post of this.posts) {
      if (post.staffed) into[at + post.line * 3 + 2] += post.cases;
    }
  }

  copyFrom(other: Town, twin: (person: Person) => Person, alarms: Map<Timer, Timer>): void {
    this.numbers = other.numbers;
    this.mechanisms = other.mechanisms;
    this.priority = other.priority;
    this.council = { ...other.council };
    this.holdsGrant = other.holdsGrant;
    this.answered = other.answered;
    this.grantWagesThisYear = other.grantWagesThisYear;
    this.grantedThisYear = other.grantedThisYear;
    this.yearlySum = other.yearlySum;
    this.yearlyToPosts = other.yearlyToPosts;
    this.accountedAt = other.accountedAt;
    alarms.set(other.alarm, this.alarm);
    for (const post of other.posts) {
      const copy = new Post(this, post.ordinal, post.team, post.size, post.line, post.permanent);
      copy.copyFrom(post);
      this.posts.push(copy);
      alarms.set(post.alarm, copy.alarm);
    }
    for (const team of other.teams) {
      const copy = new Team(this, team.index);
      copy.copyFrom(team, twin);
      this.teams.push(copy);
      alarms.set(team.alarm, copy.alarm);
    }
    this.office.copyFrom(other.office, twin);
    alarms.set(other.office.alarm, this.office.alarm);
    for (let kind = 0; kind < this.streams.length; kind++) {
      this.streams[kind].copyFrom(other.streams[kind]);
      alarms.set(other.streams[kind].alarm, this.streams[kind].alarm);
    }
  }
}
