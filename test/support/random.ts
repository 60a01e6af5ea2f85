/** The same sequence in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}
