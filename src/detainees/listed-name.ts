/** How a list calls a person whose id `person` is, a column: by the primary name, else by one in Latin script, else by the one recorded first. */
export const listedName = (person: string): string => `(select n.full_name from detainee_name n where n.detainee_id = ${person} and n.superseded_at is null
  order by n.kind = 'primary' desc, n.script = 'Latn' desc, n.version_id limit 1)`;
