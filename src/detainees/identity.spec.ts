import { CITIZENSHIPS, COUNTRY_COUNT } from './citizenship.js';
import { canonicalLanguage } from './language.js';
import { scriptOf } from './name-script.js';

describe('citizenship', () => {
  it('knows the 249 countries of ISO 3166-1, each once', () => {
    expect(COUNTRY_COUNT).toBe(249);
    expect(CITIZENSHIPS.size).toBe(253);
  });

  it.each([['IRQ', true], ['MEX', true], ['XXA', true], ['irq', false], ['IQ', false], ['ENG', false], ['USSR', false]])('%s: %s', (code, known) =>
    expect(CITIZENSHIPS.has(code)).toBe(known));
});

describe('the language a person speaks', () => {
  it.each([['ar', 'ar'], ['AR-iq', 'ar-IQ'], ['cld', 'cld'], ['ckb-Arab', 'ckb-Arab'], ['ht', 'ht'], ['zh-hant', 'zh-Hant']])('%s is %s', (tag, canonical) =>
    expect(canonicalLanguage(tag)).toBe(canonical));

  it.each(['', 'Arabic language', 'a', 'en_US', '12'])('%j is no language tag', (tag) => expect(canonicalLanguage(tag)).toBeNull());
});

describe('the script of a name', () => {
  it.each([['Yousif Younan', 'Latn'], ['يوسف', 'Arab'], ['ܝܘܣܦ', 'Syrc'], ['Иван', 'Cyrl'], ['王小明', 'Hani'], ['አበበ', 'Ethi'], ['Nguyễn Văn', 'Latn'], ['12', 'Zyyy']])(
    'of %s is %s', (name, script) => expect(scriptOf(name)).toBe(script));
});
