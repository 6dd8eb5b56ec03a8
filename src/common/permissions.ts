import { type Role, ROLES, type SignInRole } from './actor.js';

/** Everything that can be permitted, by resource:action. A route names one (`@Requires`) or says that it is public. */
export enum Permission {
  ReadSelf = 'self:read',
  EvaluateLaw = 'law:evaluate',
  ReadFacilities = 'facilities:read',
  WriteFacilities = 'facilities:write',
  ReadDetainees = 'detainees:read',
  WriteDetainees = 'detainees:write',
  AssignDetainees = 'detainees:assign',
  EraseDetainees = 'detainees:erase',
  ReadSensitiveDetails = 'sensitive-details:read',
  WriteSensitiveDetails = 'sensitive-details:write',
  ReadTeams = 'teams:read',
  ManageTeams = 'teams:manage',
  ReadWalls = 'walls:read',
  ManageWalls = 'walls:manage',
  BreakGlass = 'glass:break',
  ReviewGlass = 'glass:review',
  ReadCustody = 'custody:read',
  WriteCustody = 'custody:write',
  ReadRemovalOrders = 'removal-orders:read',
  WriteRemovalOrders = 'removal-orders:write',
  ReadCaseEvents = 'case-events:read',
  WriteCaseEvents = 'case-events:write',
  ReadIceContacts = 'ice-contacts:read',
  WriteIceContacts = 'ice-contacts:write',
  /** who represents a person, and every attempt to reach them */
  ReadCounselContacts = 'counsel-contacts:read',
  WriteCounselContacts = 'counsel-contacts:write',
  ReadAdverseParties = 'adverse-parties:read',
  WriteAdverseParties = 'adverse-parties:write',
  /** to ask is to read: it shows whom it finds */
  ReadConflictChecks = 'conflict-checks:read',
  DecideConflictChecks = 'conflict-checks:decide',
  ReadCourtOrders = 'court-orders:read',
  WriteCourtOrders = 'court-orders:write',
  /** what a change of an order would do, person by person */
  PreviewCourtOrders = 'court-order-previews:read',
  VerifyLaw = 'law:verify',
  ReadNotes = 'notes:read',
  WriteNotes = 'notes:write',
  ReadDocuments = 'documents:read',
  WriteDocuments = 'documents:write',
  /** a person's whole file, one permission for each format */
  ExportDetaineesAsZip = 'detainees:export-zip',
  ExportDetaineesAsJson = 'detainees:export-json',
  ExportDetaineesAsCsv = 'detainees:export-csv',
  ReadHolds = 'holds:read',
  ManageHolds = 'holds:manage',
  ReadRetention = 'retention:read',
  DecideRetention = 'retention:decide',
  ReadFindings = 'findings:read',
  ReviewFindings = 'findings:review',
  /** to confirm a finding, to dismiss it, to report it to the court */
  DecideFindings = 'findings:decide',
  MakeReports = 'reports:make',
  ReadReports = 'reports:read',
  /** made again and compared: it shows nobody */
  VerifyReports = 'reports:verify',
  ReadProductions = 'productions:read',
  ImportProductions = 'productions:import',
  ReadUsers = 'users:read',
  ManageUsers = 'users:manage',
  /** the log */
  ReadAudit = 'audit:read',
  /** who had to do with a person whom one sees */
  ReadAccess = 'access:read',
  ReadOffice = 'office:read',
  ManageOffice = 'office:manage',
}

const ADMIN = ['admin'] as const;
/** Who answers for cases. */
const COUNSEL = ['admin', 'attorney'] as const;
/** Who works here. */
const OFFICE = ['admin', 'attorney', 'paralegal'] as const;
/** Who works on a case; outside co-counsel on the cases that they were granted, which the database sees to. */
const CASE = [...OFFICE, 'co-counsel'] as const;
const EVERYBODY = ROLES;

/**
 * Who may do what, permission by permission; docs/permissions.md is made of this. It says what a role may do at all:
 * with whom, PostgreSQL decides (migrations/0003-walls.ts). An auditor opens nobody's file.
 */
const HELD_BY: Record<Permission, readonly SignInRole[]> = {
  [Permission.ReadSelf]: EVERYBODY,
  [Permission.EvaluateLaw]: EVERYBODY,
  [Permission.ReadFacilities]: EVERYBODY,
  [Permission.WriteFacilities]: ADMIN,
  [Permission.ReadDetainees]: CASE,
  [Permission.WriteDetainees]: OFFICE,
  [Permission.AssignDetainees]: COUNSEL,
  [Permission.EraseDetainees]: ADMIN,
  [Permission.ReadSensitiveDetails]: [...COUNSEL, 'co-counsel'],
  [Permission.WriteSensitiveDetails]: [...COUNSEL, 'co-counsel'],
  [Permission.ReadTeams]: CASE,
  [Permission.ManageTeams]: COUNSEL,
  [Permission.ReadWalls]: ADMIN,
  [Permission.ManageWalls]: ADMIN,
  [Permission.BreakGlass]: OFFICE,
  [Permission.ReviewGlass]: COUNSEL,
  [Permission.ReadCustody]: CASE,
  [Permission.WriteCustody]: CASE,
  [Permission.ReadRemovalOrders]: CASE,
  [Permission.WriteRemovalOrders]: CASE,
  [Permission.ReadCaseEvents]: CASE,
  [Permission.WriteCaseEvents]: CASE,
  [Permission.ReadIceContacts]: CASE,
  [Permission.WriteIceContacts]: CASE,
  [Permission.ReadCounselContacts]: CASE,
  [Permission.WriteCounselContacts]: CASE,
  [Permission.ReadAdverseParties]: CASE,
  [Permission.WriteAdverseParties]: CASE,
  // Not from outside the office: a check tells of everybody on file whether there is somebody of that name.
  [Permission.ReadConflictChecks]: OFFICE,
  [Permission.DecideConflictChecks]: COUNSEL,
  [Permission.ReadCourtOrders]: CASE,
  // What an order says decides about everybody's list.
  [Permission.WriteCourtOrders]: COUNSEL,
  [Permission.PreviewCourtOrders]: COUNSEL,
  [Permission.VerifyLaw]: COUNSEL,
  [Permission.ReadNotes]: CASE,
  [Permission.WriteNotes]: CASE,
  [Permission.ReadDocuments]: CASE,
  [Permission.WriteDocuments]: CASE,
  [Permission.ExportDetaineesAsZip]: COUNSEL,
  [Permission.ExportDetaineesAsJson]: COUNSEL,
  [Permission.ExportDetaineesAsCsv]: COUNSEL,
  [Permission.ReadHolds]: OFFICE,
  [Permission.ManageHolds]: COUNSEL,
  [Permission.ReadRetention]: ADMIN,
  [Permission.DecideRetention]: ADMIN,
  [Permission.ReadFindings]: CASE,
  [Permission.ReviewFindings]: OFFICE,
  [Permission.DecideFindings]: COUNSEL,
  [Permission.MakeReports]: ADMIN,
  [Permission.ReadReports]: ['admin', 'auditor'],
  [Permission.VerifyReports]: ['admin', 'auditor'],
  [Permission.ReadProductions]: OFFICE,
  [Permission.ImportProductions]: ADMIN,
  [Permission.ReadUsers]: [...COUNSEL, 'auditor'],
  [Permission.ManageUsers]: ADMIN,
  [Permission.ReadAudit]: ['admin', 'auditor'],
  [Permission.ReadAccess]: COUNSEL,
  [Permission.ReadOffice]: OFFICE,
  [Permission.ManageOffice]: ADMIN,
};

/** The operator is whoever has the machine: the command line, which is no door over HTTP. */
export const isPermitted = (role: Role, permission: Permission): boolean => role === 'operator' || HELD_BY[permission].includes(role);

export const rolesWith = (permission: Permission): readonly SignInRole[] => HELD_BY[permission];
