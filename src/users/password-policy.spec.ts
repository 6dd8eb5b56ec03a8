import fc from 'fast-check';
import { commonPasswords } from './common-passwords.js';
import { faultOf, requireGoodPassword } from './password-policy.js';

const MARIA = { email: 'maria.lopez@legalaid.example', name: 'María López' };

describe('a password', () => {
  let common: ReadonlySet<string>;
  beforeAll(async () => { common = await commonPasswords(); });

  it.each([
    'password1234', 'PASSWORD1234', 'Password2026!', 'p@ssw0rd1234', 'passwordpassword', 'pass word 2026', '1234password1234', '!!!sunshine!!!', 'qwertyuiop12',
    'ｐａｓｓｗｏｒｄ1234', 'letmeinletmein', 'iloveyou1234', 'trustno1trustno1', 'football2026',
  ])('made from a common one is refused: %s', (password) => {
    expect(faultOf(password, MARIA, common)).toMatch('common');
  });

  it.each(['aaaaaaaaaaaa', 'abababababab', 'abcdefghijklm', '123456789012', '987654321098', 'zyxwvutsrqpo', 'aaaaaaaaabcdef'])(
    'that repeats or runs on is refused: %s', (password) => expect(faultOf(password, MARIA, common)).toMatch(/repetition|common/));

  it.each(['maria.lopez2026', 'lopezlopez2026!', 'legalaid-2026', 'Vigil-detention-1', 'MARÍALÓPEZ2026'])(
    'made of the person’s own words is refused: %s', (password) => expect(faultOf(password, MARIA, common)).toMatch(/name or address|common/));

  it.each(['twelve characters', 'a wholly new password', 'correct horse battery', 'Maria reads 9 tall maps', 'tqV8-x2Lm-90Rz'])(
    'that nobody guesses first is taken: %s', (password) => expect(faultOf(password, MARIA, common)).toBeNull());

  it('drawn at random is always taken', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 12, maxLength: 24 }), (bytes) =>
      new Set(bytes).size < 10 || faultOf(Buffer.from(bytes).toString('base64url'), MARIA, common) === null));
  });

  it('is refused without being repeated', async () => {
    await expect(requireGoodPassword('Password2026!', MARIA)).rejects.toMatchObject({ kind: 'contradiction', detail: expect.not.stringContaining('2026') as string });
  });
});
