import { Injectable } from '@nestjs/common';
import { operator } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Config } from '../common/config.js';
import { Database } from '../common/database.js';
import { Refused } from '../common/terminal/refused.js';
import { DetentionReviewService, type Reviewed } from '../detention-review/detention-review.service.js';
import { parseDay } from '../law/calendar/day.js';
import { type ReferenceChanges, ReferenceService } from '../reference/reference.service.js';
import { classMembers } from './class-members.js';
import { DemoCaseloadService } from './demo-caseload.service.js';
import { DemoGrantsService } from './demo-grants.service.js';
import { DEMO_USERS } from './demo-users.js';
import { DemoUsersService } from './demo-users.service.js';
import { demoPeople } from './people/index.js';
import { SampleService } from './sample.service.js';
import { daysFrom } from './telling.js';

export type DemoChoice = 'if-empty' | 'always' | 'never';

export interface SeedSummary {
  reference: ReferenceChanges;
  /** null where no demo caseload belongs */
  demo: { users: number; people: number; sampleRows: number } | null;
  reviewed: Reviewed | null;
  sentences: string[];
}

export interface ClassSummary {
  people: number;
  added: number;
  reviewed: Reviewed;
  sentences: string[];
}

interface ClassRequest {
  people: number;
  seed: number;
  besideRealPeople: boolean;
  onProgress?: (done: number, of: number) => void;
}

const ACTOR = operator('seed');
const SHARED_WITH_CO_COUNSEL = 4;

/** What a new installation begins with. Everything here can be repeated: what is there is left as it is. */
@Injectable()
export class SeedService {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly reference: ReferenceService,
    private readonly users: DemoUsersService,
    private readonly caseload: DemoCaseloadService,
    private readonly grants: DemoGrantsService,
    private readonly sample: SampleService,
    private readonly reviews: DetentionReviewService,
  ) {}

  async seed({ demo }: { demo: DemoChoice }): Promise<SeedSummary> {
    const reference = await this.reference.load(ACTOR);
    if (!(await this.demoBelongs(demo))) {
      return { reference, demo: null, reviewed: null, sentences: [referenceSentence(reference), this.whyNoDemo(demo)] };
    }
    const today = this.clock.today();
    const users = await this.users.load(ACTOR);
    const [, attorney, , coCounsel] = await Promise.all(DEMO_USERS.map((user) => this.users.idOf(user)));
    const invented = demoPeople(daysFrom(parseDay(today)));
    const people = await this.caseload.add(ACTOR, invented, (at) => (at % 3 === 2 ? null : attorney));
    if (coCounsel) await this.grants.load(ACTOR, coCounsel, invented.slice(0, SHARED_WITH_CO_COUNSEL));
    const sampleRows = await this.sample.load(ACTOR);
    const reviewed = await this.reviews.sweep(today, ACTOR);
    return {
      reference, demo: { users, people, sampleRows }, reviewed,
      sentences: [referenceSentence(reference), demoSentence(users, people, sampleRows), reviewSentence(reviewed)],
    };
  }

  async addClass({ people, seed, besideRealPeople, onProgress }: ClassRequest): Promise<ClassSummary> {
    if (this.config.nodeEnv === 'production') throw new Refused('Invented people have no place in production (NODE_ENV).');
    if (!besideRealPeople && (await this.holdsRealPeople())) {
      throw new Refused('This database holds real people. Use another one, or say --beside-real-people.');
    }
    await this.reference.load(ACTOR);
    const today = this.clock.today();
    const members = [...classMembers(people, seed, parseDay(today))];
    const added = await this.caseload.add(ACTOR, members, () => null, onProgress);
    const reviewed = await this.reviews.sweep(today, ACTOR);
    return {
      people, added, reviewed,
      sentences: [`${added} invented members of the class added, ${people - added} were there already.`, reviewSentence(reviewed)],
    };
  }

  private async demoBelongs(demo: DemoChoice): Promise<boolean> {
    if (demo === 'never') return false;
    if (this.config.nodeEnv === 'production') {
      if (demo === 'always') throw new Refused('Invented people and users have no place in production (NODE_ENV).');
      return false;
    }
    return demo === 'always' || !(await this.holdsRealPeople());
  }

  private whyNoDemo(demo: DemoChoice): string {
    if (demo === 'never') return 'No demo caseload, as you said.';
    return this.config.nodeEnv === 'production' ? 'No demo caseload in production.' : 'No demo caseload: this database holds real people.';
  }

  /** Anybody who is neither invented nor known from the sample that ships with the project alone. */
  private async holdsRealPeople(): Promise<boolean> {
    const sha256 = await this.sample.sha256();
    const [row] = await this.database.query<{ real: boolean }>(
      `select exists (
         select from detainee d where not d.is_demo and not exists (
           select from detainee_identifier i join production_file f on f.id = i.source_file_id
           where i.detainee_id = d.id and f.sha256 = $1)
       ) or exists (select from app_user u where not u.is_demo and u.role <> 'operator') as real`, [sha256]);
    return row.real;
  }
}

function referenceSentence({ facilities, fieldOffices, holidays }: ReferenceChanges): string {
  if (facilities + fieldOffices + holidays === 0) return 'Reference data: up to date.';
  return `Reference data: ${facilities} facilities, ${fieldOffices} field offices and ${holidays} federal holidays written.`;
}

function demoSentence(users: number, people: number, sampleRows: number): string {
  if (users + people + sampleRows === 0) return 'Demo caseload: there already.';
  return `Demo caseload: ${people} invented people, ${users} users and ${sampleRows} rows of ICE’s own data added.`;
}

const reviewSentence = ({ evaluated, opened, succeeded, closed }: Reviewed): string =>
  `Review: ${evaluated} people evaluated, ${opened} findings opened, ${succeeded} changed, ${closed} closed.`;
