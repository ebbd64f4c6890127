import { readTnef } from '../../../nodes/SignalMailbox/parse/mime/tnef';

const le = (value: number): Buffer => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
};

/** A winmail.dat with these MAPI properties of the message. */
const withProperties = (properties: Buffer): Buffer =>
	Buffer.concat([
		...[le(0x223e9f78), Buffer.from([1, 0])],
		...[Buffer.from([1]), le(0x00069003), le(properties.length), properties, Buffer.alloc(2)],
	]);

/** A named property, with a length of its name that was taken for -32. */
const backwards = Buffer.concat([
	...[le(0xffffffff), Buffer.from([3, 0, 0, 0x80])],
	...[Buffer.alloc(16), le(1), le(0xffffffe0)],
]);

describe('a winmail.dat that is meant to keep the reader busy', () => {
	const most = 1000;
	let turns = 0;
	beforeEach(() => {
		turns = 0;
		const { prototype } = Buffer as unknown as { prototype: Buffer };
		const read = prototype.readUInt16LE;
		jest.spyOn(prototype, 'readUInt16LE').mockImplementation(function (this: Buffer, at) {
			if (++turns > most) throw new Error('It does not end');
			return read.call(this, at);
		});
	});
	afterEach(() => void jest.restoreAllMocks());

	it.each([
		['a name so long that reading on would begin at the start again', backwards],
		['more properties than there are bytes', Buffer.concat([le(0xffffffff), Buffer.from([3, 0, 1, 0])])],
		['more values than there are bytes', Buffer.concat([le(1), Buffer.from([3, 16, 1, 0]), le(0xffffffff)])],
		[
			'more empty values than there are bytes',
			Buffer.concat([le(1), Buffer.from([2, 17, 1, 0]), le(0xffffffff), Buffer.alloc(40)]),
		],
	])('ends: %s', (_what, properties) => {
		expect(readTnef(withProperties(properties))).toBeNull();
		expect(turns).toBeLessThan(10);
	});
});
