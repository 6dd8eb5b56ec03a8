import { allowedInLog, withoutDenied } from './log-deny-list.js';

describe('a text of the log', () => {
  it.each([
    ['an address', 'no mailbox zaki@office.example here'],
    ['an A-number', 'A098 765 432 is on file'],
    ['an A-number written together', 'Key (value)=(A098765432) exists'],
    ['an A-number without its letter', 'for 098-765-432'],
    ['an old A-number', 'A# 98 765 432'],
    ['a token', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'],
    ['a sealed value', 'cannot open sealed:1:abc/def+g='],
    ['a query', 'GET /v1/detainees?name=098-765-432&x=1'],
  ])('loses %s', (_what, text) => {
    const left = withoutDenied(text);
    expect(left).toContain('[withheld]');
    expect(left).not.toMatch(/zaki|765|eyJ|abc|x=1/);
  });

  it.each([
    'request 12345678-1234-4123-8123-123456789012 failed', 'the schedule is tried again in 120 seconds on 2026-11-24T12:00:00.123Z',
    'message 4711 (password-reset): sent', 'a review of 1000000 people took 123 456 ms', 'does /health/ready answer?',
  ])('keeps what tells nothing of a person: %s', (text) => expect(withoutDenied(text)).toBe(text));
});

describe('the values of a line', () => {
  it('lose what stands under a denied name, however it is written and however deep', () => {
    const line = allowedInLog({ status: 200, Authorization: 'x', full_name: 'x', a: { b: [{ 'New-Password': 'x', ok: true }] }, userId: '7' });
    expect(line).toEqual({ status: 200, Authorization: '[withheld]', full_name: '[withheld]', a: { b: [{ 'New-Password': '[withheld]', ok: true }] }, userId: '7' });
  });

  it('lose what is denied in text, what is no plain value, and what is nested without an end', () => {
    const endless: Record<string, unknown> = {};
    endless.next = endless;
    const line = allowedInLog({ route: '/v1/x?name=Zaki', error: new Error('Zaki'), map: new Map([['Zaki', 1]]), bytes: Buffer.from('Zaki'), endless, call: () => 'Zaki' });
    expect(JSON.stringify(line)).not.toContain('Zaki');
    expect(line).toMatchObject({ route: '/v1/x?[withheld]', error: '[withheld]', map: '[withheld]', bytes: '[withheld]' });
  });
});
