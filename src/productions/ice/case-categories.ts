import { readFileSync } from 'node:fs';
import { dataFile } from '../../reference/data-files.js';

interface Vocabularies {
  case_category: string[];
  case_category_added_2026: string[];
}

/** Every case category that a release has used. */
export function caseCategories(): string[] {
  const { case_category, case_category_added_2026 } = JSON.parse(readFileSync(dataFile('ice/ice_vocabularies.json'), 'utf8')) as Vocabularies;
  return [...case_category, ...case_category_added_2026];
}
