import type { Role } from './actor.js';

/** Everything that can be permitted, by resource:action. A route names one (`@Requires`) or says that it is public. */
export enum Permission {
  ReadSelf = 'self:read',
  EvaluateLaw = 'law:evaluate',
  ReadFacilities = 'facilities:read',
  WriteFacilities = 'facilities:write',
  ReadDetainees = 'detainees:read',
  WriteDetainees = 'detainees:write',
  AssignDetainees = 'detainees:assign',
  ReadCustody = 'custody:read',
  WriteCustody = 'custody:write',
  ReadRemovalOrders = 'removal-orders:read',
  WriteRemovalOrders = 'removal-orders:write',
  ReadCaseEvents = 'case-events:read',
  WriteCaseEvents = 'case-events:write',
  ReadFindings = 'findings:read',
  ReviewFindings = 'findings:review',
  ReadProductions = 'productions:read',
  ImportProductions = 'productions:import',
  ReadUsers = 'users:read',
  ManageUsers = 'users:manage',
}

const EVERYBODY = [
  Permission.ReadSelf, Permission.EvaluateLaw, Permission.ReadFacilities,
  Permission.ReadDetainees, Permission.WriteDetainees,
  Permission.ReadCustody, Permission.WriteCustody,
  Permission.ReadRemovalOrders, Permission.WriteRemovalOrders,
  Permission.ReadCaseEvents, Permission.WriteCaseEvents,
  Permission.ReadFindings, Permission.ReviewFindings,
  Permission.ReadProductions,
] as const;

/** Who may do what. Every office role reads the caseload and records facts; what binds the office is narrower. */
const ROLE_PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  paralegal: new Set(EVERYBODY),
  attorney: new Set([...EVERYBODY, Permission.AssignDetainees, Permission.ReadUsers]),
  admin: new Set(Object.values(Permission)),
  operator: new Set(Object.values(Permission)),
};

export const isPermitted = (role: Role, permission: Permission): boolean => ROLE_PERMISSIONS[role].has(permission);

export const rolesWith = (permission: Permission): Role[] =>
  (Object.keys(ROLE_PERMISSIONS) as Role[]).filter((role) => role !== 'operator' && isPermitted(role, permission));
