import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeJsonStrings, changeRowJson } from '#shared/domain/json-words.ts';

describe('changing words inside JSON', () => {
  it('leaves all else byte by byte', () => {
    const json = '{"n": 1.0, "a" : ["J \\"W\\"", "x\\u0041"],"e":1e-7}';
    expect(changeJsonStrings(json, (words) => words)).toBe(json);
    expect(changeJsonStrings(json, (words) => words.replace('J "W"', 'B'))).toBe(
      '{"n": 1.0, "a" : ["B", "x\\u0041"],"e":1e-7}',
    );
  });

  it('changes every string and no other value, whatever the JSON is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = (one: unknown): unknown => {
          if (typeof one === 'string') return `<${one}>`;
          if (Array.isArray(one)) return one.map(turned);
          if (typeof one !== 'object' || one === null) return one;
          return Object.fromEntries(Object.entries(one).map(([key, of]) => [`<${key}>`, turned(of)]));
        };
        const json = JSON.stringify(value);
        expect(JSON.parse(changeJsonStrings(json, (words) => `<${words}>`))).toEqual(
          turned(JSON.parse(json)),
        );
      }),
    );
  });

  it('changes the texts of a logged row by their column', () => {
    const values = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values, { noNullPrototype: true }), (row) => {
        const json = JSON.stringify(row);
        const parsed = JSON.parse(json) as { [key: string]: unknown };
        const wanted = Object.fromEntries(
          Object.entries(parsed).map(([key, of]) => [key, typeof of === 'string' ? `${key}:${of}` : of]),
        );
        expect(JSON.parse(changeRowJson(json, (key, words) => `${key}:${words}`))).toEqual(wanted);
        expect(changeRowJson(json, (_, words) => words)).toBe(json);
      }),
    );
    expect(changeRowJson('{"a":"x","b":1.0}', () => null)).toBe('{"a":null,"b":1.0}');
  });
});
