import fc from 'fast-check';
import { TOPICS } from '../facts.js';
import { TOPIC_RULES } from './index.js';
import { pattern } from './pattern.js';
import { suggestTopics } from './suggest.js';

const topics = (narrative: string) => [...new Set(suggestTopics(narrative).map(({ topic }) => topic))].sort();

describe('topics in a narrative', () => {
  it('has one rule for each topic of the contract, in its order, with a clause that makes it matter', () => {
    expect(TOPIC_RULES.map(({ topic }) => topic)).toEqual(TOPICS);
    for (const { topic, matters, means, phrases } of TOPIC_RULES) {
      expect([topic, matters.length > 0, means.endsWith('.'), phrases.length > 0]).toEqual([topic, true, true, true]);
    }
  });

  it('gives the words that showed it, in UTF-16 units of the narrative as written', () => {
    const narrative = '😀 Offīcer said he would be PROSECUTED if he didn’t sign.';
    const [threat, signing] = suggestTopics(narrative);
    expect(threat).toEqual({ topic: 'threat-of-prosecution', start: 19, end: 38, phrase: 'would be PROSECUTED' });
    expect(signing).toMatchObject({ topic: 'document-signing', phrase: 'sign' });
    expect(narrative.slice(signing.start, signing.end)).toBe('sign');
  });

  it.each([
    ['said nothing of it', 'He said nothing about release.'],
    ['did not threaten', 'The officer did not threaten him with prosecution or with the hole.'],
    ['never asked', 'They never asked him to sign anything.'],
    ['nobody spoke of it', 'Nobody has spoken to him about deportation.'],
    ['denies it', 'Client denies that anyone pressured him to leave the class.'],
    ['a heading and none', 'Threats: none. Force: none.'],
    ['a question and no', 'Prosecution? no. Papers to sign? No.'],
    ['it did not come up', 'His case never came up.'],
    ['a reassurance', 'The officer said that nobody will be prosecuted for not signing anything.'],
    ['declined to answer', 'I asked how long they would keep me here. He said he was not allowed to talk about that.'],
    ['counsel spoke', 'His lawyer told him that he could be prosecuted.'],
    ['a fear', 'Client is afraid that they will deport him.'],
    ['a receipt', 'He signed for his property.'],
    ['a form of the own lawyer', 'Signed a G-28 for our office.'],
    ['a debt', 'He was charged five dollars for the call.'],
    ['a class at school', 'He dropped out of the English class.'],
    ['a book', 'He wants to return the book.'],
  ])('suggests nothing: %s', (_why, narrative) => {
    expect(topics(narrative)).toEqual([]);
  });

  it.each([
    ['an "if not" denies nothing', 'He would be prosecuted if he did not say that he wants to return to Iraq.', ['threat-of-prosecution', 'wish-to-return']],
    ['a denial ends at "but"', 'He did not talk of prosecution but said that Iraq will take him back.', ['prospect-of-removal']],
    ['a denial ends where somebody speaks', 'She never asked him to sign, she said that he will be deported.', ['prospect-of-removal']],
    ['what is said not to happen is spoken of', 'The officer said that he will not be deported.', ['prospect-of-removal']],
    ['a question that is answered', 'I asked how long they would keep me here. He laughed and said for years.', ['detention-length']],
    ['a consul is heard as well; who is charged is decided elsewhere', 'The Iraqi consul asked him on video if he wants to go back home.', ['consular-interview', 'wish-to-return']],
    ['an officer after counsel', 'His lawyer told him to be careful, and the officer told him that he will be prosecuted.', ['threat-of-prosecution']],
    ['a slip of the keys', 'He woud be prosectued, said the offcier.', ['threat-of-prosecution']],
    ['shorthand', 'DO: sign it or its 10 yrs fed time', ['document-signing', 'threat-of-prosecution']],
    ['Spanish', 'El oficial le dijo que lo van a deportar.', ['prospect-of-removal']],
  ])('suggests: %s', (_why, narrative, expected) => {
    expect(topics(narrative)).toEqual(expected);
  });

  it('suggests the travel document alone for an application for a passport, and more for what is added to it', () => {
    expect(topics('He was asked to fill in and sign an application for a passport.')).toEqual(['travel-document']);
    expect(topics('He was given the passport application. He was told to sign it by Friday.')).toEqual(['travel-document']);
    expect(topics('He was given the passport application and a letter that he wants to go back to Iraq, and told to sign both.'))
      .toEqual(['document-signing', 'travel-document', 'wish-to-return']);
    expect(topics('He was told to fill in the passport application or face criminal charges.')).toEqual(['threat-of-prosecution', 'travel-document']);
  });

  it.each(['', ' ', '\0', 'he\0said', '😀😀', '“”"', '?!.;:', 'قال الضابط إنه سيسجن', '\u202eprosecuted\u202c', '\ud800', "don't", "''''"])('reads %j', (narrative) => {
    expect(() => suggestTopics(narrative)).not.toThrow();
  });

  const WORDS = ['the', 'officer', 'said', 'he', 'would', 'not', 'be', 'prosecuted', 'if', 'sign', 'never', 'asked', '"', '.', ',', '?', ';', 'but', 'deported', 'to', 'iraq', 'passport', 'consul', '😀', 'ضابط',
    'no', 'threat', 'of', 'you', 'will', 'stay', 'for', 'years', '\0', 'hamama', 'because', 'want', 'go', 'back', 'a.b.c.'];

  it('on any text: every phrase is the slice it says, none of a topic overlap, the order is fixed, and twice is the same', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' ')));
    fc.assert(fc.property(text, (narrative) => {
      const found = suggestTopics(narrative);
      expect(suggestTopics(narrative)).toEqual(found);
      const reached = new Map<string, number>();
      found.forEach(({ topic, start, end, phrase }, i) => {
        expect(phrase).toBe(narrative.slice(start, end));
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(Math.max(found[i - 1]?.start ?? 0, reached.get(topic) ?? 0));
        reached.set(topic, end);
      });
    }), { numRuns: 500 });
  });

  it('a sentence that follows shows what it shows alone', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...WORDS.filter((word) => word !== '"')), { maxLength: 25 }), (words) => {
      const threat = 'The officer said that they will prosecute him. ';
      const [first] = suggestTopics(`${threat}Lunch. ${words.join(' ')}`);
      expect(first).toMatchObject({ topic: 'threat-of-prosecution', phrase: 'will prosecute' });
    }), { numRuns: 200 });
  });

  it.each([
    ['the same word', 'sign '],
    ['a sentence that never ends', 'he said he will not be prosecuted and '],
    ['denials in one sentence', 'never asked him to sign, '],
    ['one word', 'prosecuted'],
    ['initials', 'a.b.c.'],
    ['quotation marks', '"you will be deported" '],
    ['what begins many phrases', 'you will get put back want to go '],
    ['null bytes', '\0'],
    ['emoji', '😀 '],
  ])('takes ten times as long for ten times as much, up to a megabyte: %s', (_name, unit) => {
    const time = (length: number) => {
      const narrative = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      const started = performance.now();
      suggestTopics(narrative);
      return performance.now() - started;
    };
    time(20_000);
    const [short, long] = [Math.min(time(100_000), time(100_000)), time(1_000_000)];
    expect(long).toBeLessThan(40 * Math.max(short, 5));
    expect(long).toBeLessThan(10_000);
  });
});

describe('the language of phrases', () => {
  it('refuses a phrase that could begin or end nowhere, and a class that is none', () => {
    for (const source of ['?he signs', '.. signs', 'signs ..', '@nobody signs']) expect(() => pattern(source)).toThrow(source.includes('@') ? 'no class of words' : 'a phrase');
  });
});
