import Sequencer from '@jest/test-sequencer';

/** On a machine that has not run them yet Jest would begin with the largest files; one of these begun last is waited for alone. */
const LONGEST = ['fuzz', 'review-workers', 'cli', 'canaries', 'key-rotation', 'processes'].map((name) => `/test/e2e/${name}.e2e-spec.ts`);

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONGEST.findIndex((end) => path.replaceAll('\\', '/').endsWith(end));
      return at === -1 ? LONGEST.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
