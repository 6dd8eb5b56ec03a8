import { MIN_PASSWORD_LENGTH } from '../users/password.js';
import { DEMO_USERS, demoPassword } from './demo-users.js';

describe('the password of a demo user', () => {
  const [admin, attorney] = DEMO_USERS;

  it('is the same at every start of one installation and another on every other', () => {
    expect(demoPassword('one secret', admin.email)).toBe(demoPassword('one secret', admin.email));
    expect(demoPassword('one secret', admin.email)).not.toBe(demoPassword('another secret', admin.email));
    expect(demoPassword('one secret', admin.email)).not.toBe(demoPassword('one secret', attorney.email));
  });

  it('is long enough to be accepted and easy to copy', () => {
    expect(demoPassword('one secret', admin.email)).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(demoPassword('one secret', admin.email).length).toBeGreaterThanOrEqual(MIN_PASSWORD_LENGTH);
  });
});
