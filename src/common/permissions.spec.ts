import { isPermitted, Permission, rolesWith } from './permissions.js';

describe('permissions', () => {
  it.each([
    [Permission.ReadFindings, ['paralegal', 'attorney', 'admin']],
    [Permission.WriteCustody, ['paralegal', 'attorney', 'admin']],
    [Permission.AssignDetainees, ['attorney', 'admin']],
    [Permission.ReadUsers, ['attorney', 'admin']],
    [Permission.ManageUsers, ['admin']],
    [Permission.ImportProductions, ['admin']],
  ])('%s: %j', (permission, roles) => expect(rolesWith(permission)).toEqual(roles));

  it('are all held by somebody who signs in', () => {
    for (const permission of Object.values(Permission)) expect(isPermitted('admin', permission)).toBe(true);
  });
});
