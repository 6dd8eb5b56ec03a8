import { NONE } from './build-report.js';
import type { ExhibitFinding, OfficeFinding } from './report-document.js';
import type { ExhibitQuery } from './reports.dto.js';

/**
 * The findings that one number of a report counts. `none` asks for those of no known place, month or review. What the version
 * for outside does not say of its findings, nothing is found by there.
 */
export function chosenFindings(findings: readonly ExhibitFinding[], query: ExhibitQuery): ExhibitFinding[] {
  const asked = (['authority', 'clause', 'facility', 'fieldOffice', 'month', 'review'] as const).filter((name) => query[name] !== undefined);
  return findings.filter((finding) => {
    const of: Partial<OfficeFinding> & ExhibitFinding = finding;
    if (query.outcome !== undefined && !query.outcome.includes(finding.outcome)) return false;
    return asked.every((name) => {
      const value = of[name];
      return value === null ? query[name] === NONE : value === query[name];
    });
  });
}
