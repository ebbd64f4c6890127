import type { Dice } from '../../test/support/dice';

const MOST_CHANGES = 6;
/** Numbers at the ends of what fits, at which counting goes wrong. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff];

type Change = (input: Buffer, at: number, dice: Dice) => Buffer;

const replaced = (input: Buffer, from: number, to: number, by: Buffer): Buffer =>
	Buffer.concat([input.subarray(0, from), by, input.subarray(to)]);

/** How many bytes from `at` a change is about: mostly few. */
const reach = (input: Buffer, at: number, dice: Dice): number =>
	Math.min(input.length, at + dice.between(1, dice.oneOf([2, 16, 256])));

const changes = (others: readonly Buffer[], tokens: readonly string[]): Change[] => [
	// Another bit, another byte, a byte at the edge.
	(input, at, dice) => {
		const copy = Buffer.from(input);
		if (copy.length > 0) copy[at] = copy[at]! ^ (1 << dice.between(0, 7));
		return copy;
	},
	(input, at, dice) => replaced(input, at, Math.min(at + 1, input.length), Buffer.from([dice.oneOf(EDGES)])),
	// Something left out, said twice, or cut off.
	(input, at, dice) => replaced(input, at, reach(input, at, dice), Buffer.alloc(0)),
	(input, at, dice) => replaced(input, at, at, input.subarray(at, reach(input, at, dice))),
	(input, at) => input.subarray(0, at),
	// A word of the format, and a piece of another input.
	(input, at, dice) => replaced(input, at, at, Buffer.from(dice.oneOf(tokens))),
	(input, at, dice) => replaced(input, at, reach(input, at, dice), Buffer.from(dice.oneOf(tokens))),
	(input, at, dice) => {
		const other = dice.oneOf(others);
		const from = dice.between(0, other.length);
		return replaced(input, at, at, other.subarray(from, reach(other, from, dice)));
	},
];

/** An input that is a few changes away from one of `others`, of no more than `mostBytes`. The same dice give the same. */
export function mutate(
	others: readonly Buffer[],
	tokens: readonly string[],
	mostBytes: number,
	dice: Dice,
): Buffer {
	const all = changes(others, tokens);
	let input = dice.oneOf(others);
	for (let left = dice.between(1, MOST_CHANGES); left > 0; left--) {
		input = dice.oneOf(all)(input, dice.between(0, Math.max(0, input.length - 1)), dice);
	}
	return input.subarray(0, mostBytes);
}
