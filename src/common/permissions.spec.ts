import { isPermitted, Permission, rolesWith } from './permissions.js';

describe('permissions', () => {
  it.each([
    [Permission.EvaluateLaw, ['admin', 'attorney', 'paralegal', 'co-counsel', 'auditor']],
    [Permission.ReadFindings, ['admin', 'attorney', 'paralegal', 'co-counsel']],
    [Permission.WriteCustody, ['admin', 'attorney', 'paralegal', 'co-counsel']],
    [Permission.WriteDetainees, ['admin', 'attorney', 'paralegal']],
    [Permission.AssignDetainees, ['admin', 'attorney']],
    [Permission.ManageWalls, ['admin']],
    [Permission.ReadUsers, ['admin', 'attorney', 'auditor']],
    [Permission.ManageUsers, ['admin']],
    [Permission.ImportProductions, ['admin']],
  ])('%s: %j', (permission, roles) => expect(rolesWith(permission)).toEqual(roles));

  it('are all held by an admin, and by the command line', () => {
    for (const permission of Object.values(Permission)) {
      expect(isPermitted('admin', permission)).toBe(true);
      expect(isPermitted('operator', permission)).toBe(true);
    }
  });

  it('let an auditor open nobody\'s file and change nothing', () => {
    const held = Object.values(Permission).filter((permission) => isPermitted('auditor', permission));
    expect(held).toEqual(['self:read', 'law:evaluate', 'facilities:read', 'reports:read', 'reports:verify', 'users:read', 'audit:read']);
  });
});
