import { readFileSync } from 'node:fs';

/** Each service as it is written, and what all of them share. */
const [shared, ...services] = readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8').split(/^(?:services:\n| {2}(?=[a-z]+:\n))/m);
const serviceOf = (name: string): string => services.find((service) => service.startsWith(`${name}:\n`))!;
const environment = shared.slice(shared.indexOf('x-environment:'), shared.indexOf('x-owner:'));

describe('docker-compose.yml', () => {
  it('tells the API and the worker their own accounts, and only the command line the owner’s', () => {
    const told = (text: string): string[] => [...text.matchAll(/^ +(\w*DATABASE_URL|VIGIL_AUDIT_KEY):/gm)].map(([, name]) => name);
    expect(told(environment)).toEqual([]);
    expect(told(serviceOf('api'))).toEqual(['VIGIL_API_DATABASE_URL', 'VIGIL_IMPORT_DATABASE_URL']);
    expect(told(serviceOf('worker'))).toEqual(['VIGIL_WORKER_DATABASE_URL', 'VIGIL_AUDIT_KEY']);
    expect(services.filter((service) => service.includes('*owner')).map((service) => service.split(':')[0])).toEqual(['migrate', 'operator']);
    for (const name of ['api', 'worker']) expect(serviceOf(name)).toContain('<<: *environment');
  });
});
