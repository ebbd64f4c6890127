import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { signalSchema } from '../../../nodes/shared/domain/signal';
import { attachedMail, mail, multipart, text } from '../../../scripts/mail-corpus/compose';
import { temporaryFolder } from '../../support/temp-folder';

const ROOT = join(__dirname, '..', '..', '..');
const folder = temporaryFolder();
const put = (name: string, content: Buffer | string): string => {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
};

const lineSchema = z.union([signalSchema, z.object({ file: z.string(), error: z.string() })]);

function parse(...args: string[]) {
	const run = spawnSync(process.execPath, [join(ROOT, 'scripts', 'regie.mjs'), 'parse', ...args], {
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
	});
	const lines = run.stdout.split('\n').filter(Boolean);
	return {
		code: run.status,
		complaints: run.stderr,
		lines: lines.map((line) => lineSchema.parse(JSON.parse(line))),
	};
}

const lamp = mail({ subject: 'Lamp' }, text('De lamp is stuk.'));
const door = mail({ subject: 'Deur' }, multipart('mixed', text('De deur klemt.'), attachedMail(lamp)));

describe('npm run regie -- parse', () => {
	it('prints a signal for every file, in order, and for what is no mail too', () => {
		mkdirSync(join(folder, 'map', 'cur'), { recursive: true });
		put('map/b.eml', door);
		put('map/cur/a', lamp);
		const mbox = [lamp, door].map(
			(one) => `From sanne@x.example Tue Mar  3 10:12:44 2026\n${one.toString('latin1')}\n`,
		);
		const { lines, code, complaints } = parse(
			put('lamp.eml', lamp),
			put('leeg.eml', ''),
			put('foto.png', Buffer.from('89504e470d0a1a0a', 'hex')),
			put('post.mbox', mbox.join('\n')),
			join(folder, 'map'),
		);
		expect(complaints).toBe('');
		expect(code).toBe(0);
		expect(lines.map((line) => 'flags' in line && [line.subject, line.flags.unparseable])).toEqual([
			['Lamp', false],
			['', true],
			['', true],
			['Lamp', false],
			['Deur', false],
			['Deur', false],
			['Lamp', false],
		]);
		// A mail from an mbox is the same mail.
		const [first, , , again] = lines;
		expect(again).toMatchObject({ id: 'id' in first! && first.id, text: 'De lamp is stuk.' });
	});

	it('says which file cannot be opened, goes on with the rest, and ends with 1', () => {
		const { lines, code, complaints } = parse(join(folder, 'weg.eml'), put('lamp.eml', lamp));
		expect(code).toBe(1);
		expect(lines).toMatchObject([
			{ file: join(folder, 'weg.eml'), error: expect.stringContaining('ENOENT') as string },
			{ subject: 'Lamp' },
		]);
		expect(complaints).toContain('weg.eml: ENOENT');
	});

	it('knows our own mail by the address it is told, and says how it is used', () => {
		const own = put('eigen.eml', mail({ from: 'dc@dc.example' }, text('Test')));
		const flags = (...args: string[]) =>
			parse(...args, own).lines.map((line) => 'flags' in line && line.flags.loop);
		expect(flags()).toEqual([false]);
		expect(flags('--own', 'DC@dc.example')).toEqual([true]);
		expect(parse()).toMatchObject({
			code: 2,
			lines: [],
			complaints: expect.stringContaining('parse') as string,
		});
	});
});
