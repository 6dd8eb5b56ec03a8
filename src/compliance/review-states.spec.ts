import { followersOf, requireSoundRules, REVIEW_RULES, REVIEW_STATES, type ReviewRule, type ReviewRules, type ReviewState } from './review-states.js';

const changed = (state: ReviewState, change: Partial<ReviewRule>): ReviewRules => ({ ...REVIEW_RULES, [state]: { ...REVIEW_RULES[state], ...change } });
const neverComingTo = (lost: ReviewState): ReviewRules => REVIEW_STATES.reduce<ReviewRules>(
  (rules, state) => ({ ...rules, [state]: { ...rules[state], next: rules[state].next.filter((next) => next !== lost) } }), REVIEW_RULES);

describe('the states of a review', () => {
  it('are sound: each is reached, and each can be looked at again', () => expect(() => requireSoundRules(REVIEW_RULES)).not.toThrow());

  it.each<[string, ReviewRules, string]>([
    ['one that cannot be left', changed('dismissed', { next: [] }), 'no review leaves the state dismissed'],
    ['one that leads in a circle alone', changed('reported-to-court', { next: ['reported-to-court'] }), 'reported-to-court follows itself'],
    ['one that nothing leads to', neverComingTo('cured'), 'no review comes to the state cured'],
  ])('would not be with %s', (_what, rules, sentence) => expect(() => requireSoundRules(rules)).toThrow(sentence));

  it('dismiss with a reason alone', () => expect(REVIEW_STATES.filter((state) => REVIEW_RULES[state].needsReason)).toEqual(['dismissed']));

  it('may be kept, to say more, but for open, of which nothing was said', () => {
    expect(REVIEW_STATES.filter((state) => !followersOf(state).includes(state))).toEqual(['open']);
  });

  it('bring to the court nothing that is open, looked at or dismissed', () => {
    expect(REVIEW_STATES.filter((state) => REVIEW_RULES[state].next.includes('reported-to-court'))).toEqual(['confirmed', 'raised-with-government', 'cured']);
  });
});
