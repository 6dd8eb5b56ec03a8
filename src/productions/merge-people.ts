import { Problem } from '../common/problem.js';
import type { MergingRead } from './merging.js';
import { addFacts, laterThan, NEW_ID, newFactParams, SOURCE_COLUMNS, sourceParams, sourceValues, supersede } from './sourced.js';

/** Finds the people on file whom the release speaks of, and fills in or corrects who they are. */
export async function mergePeople(merging: MergingRead, knownPeople: number): Promise<{ identitiesAdded: number; identitiesCorrected: number }> {
  const { tx } = merging;
  await tx.query(`
    create temporary table release_person on commit drop as
    select r.person_no, r.person, i.detainee_id
    from release_row r
    join detainee_identifier i on i.kind = 'ice-anonymized-id' and i.value = r.person and i.superseded_at is null
    where r.person is not null`);
  await tx.query('analyze release_person');
  const [{ found }] = await tx.query<{ found: number }>('select count(*)::integer as found from release_person') as [{ found: number }];
  if (found !== knownPeople) throw new Problem('conflict', 'Somebody changed an identifier on file while the release was read; nothing was kept, import it again.');
  // As a foreign key would: nobody may delete what is about to be referred to.
  await tx.query('select 1 from detainee where id in (select detainee_id from release_person) for key share');

  const identitiesAdded = await addFacts(merging, `
    insert into detainee_identity (id, detainee_id, ${SOURCE_COLUMNS}, ${IDENTITY_COLUMNS})
    select ${NEW_ID}, p.detainee_id, ${sourceValues()}, r.citizenship, r.birth_on, ${BIRTH_YEAR}, r.gender
    from release_row r join release_person p on p.person_no = r.person_no
    where ${IS_IDENTITY}
      and not exists (select 1 from detainee_identity i where i.detainee_id = p.detainee_id and i.superseded_at is null)`, newFactParams(merging));
  return { identitiesAdded, identitiesCorrected: await correctIdentities(merging) };
}

const IDENTITY_COLUMNS = 'citizenship, birth_date, birth_year, gender';
/** The year follows from the date where there is one. */
const BIRTH_YEAR = 'case when r.birth_on is null then r.birth_year end';

const IS_IDENTITY = 'num_nonnulls(r.citizenship, r.birth_on, r.birth_year, r.gender) > 0';

/** A release may fill in and correct what an earlier one said; what the office recorded itself stands. */
async function correctIdentities(merging: MergingRead): Promise<number> {
  const birthDate = 'case when keeps_birth then i.birth_date else r.birth_on end';
  const birthYear = `case when keeps_birth then i.birth_year else ${BIRTH_YEAR} end`;
  const citizenship = 'coalesce(r.citizenship, i.citizenship)';
  const gender = 'coalesce(r.gender, i.gender)';
  await merging.tx.query(`
    create temporary table changed_identity on commit drop as
    select i.version_id, i.id, i.version, i.detainee_id, i.recorded_at, i.language, r.place,
      ${citizenship} as citizenship, ${birthDate} as birth_date, ${birthYear} as birth_year, ${gender} as gender
    from release_person p
    join release_row r on r.person_no = p.person_no and ${IS_IDENTITY}
    join detainee_identity i on i.detainee_id = p.detainee_id and i.superseded_at is null and i.source_kind = 'row'
    cross join lateral (select r.birth_on is null
      and (r.birth_year is null or r.birth_year is not distinct from extract(year from i.birth_date)) as keeps_birth) birth
    where (${citizenship}, ${birthDate}, ${birthYear}, ${gender}) is distinct from (i.citizenship, i.birth_date, i.birth_year, i.gender)`);
  await supersede(merging, 'detainee_identity', 'changed_identity');
  return addFacts(merging, `
    insert into detainee_identity (id, version, detainee_id, ${SOURCE_COLUMNS}, ${IDENTITY_COLUMNS}, language)
    select r.id, r.version + 1, r.detainee_id, ${sourceValues(laterThan('r'))}, r.citizenship, r.birth_date, r.birth_year, r.gender, r.language
    from changed_identity r`, sourceParams(merging));
}
