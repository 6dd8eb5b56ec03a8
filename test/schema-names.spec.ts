import { readdirSync, readFileSync } from 'node:fs';

const SRC = new URL('../src/', import.meta.url);

it('no two shapes of the API have one name: the document would keep the one that came last', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const file of readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(dto|schemas)\.ts$|fields\.ts$/.test(name))) {
    for (const [, name] of readFileSync(new URL(file.replaceAll('\\', '/'), SRC), 'utf8').matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm)) {
      const other = seen.get(name);
      if (other !== undefined) twice.push(`${name} in ${other} and ${file}`);
      seen.set(name, file);
    }
  }
  expect(seen.size).toBeGreaterThan(100);
  expect(twice).toEqual([]);
});
