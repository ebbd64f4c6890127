import fc from 'fast-check';
import { fileNameIn } from '../../../nodes/shared/http/content-disposition';
import { cleanFileName } from '../../../nodes/shared/text/file-name';

describe('a Content-Disposition header', () => {
	it.each([
		[`attachment; filename*=UTF-8''schade%20%C3%A9.png`, 'schade é.png'],
		['attachment; filename="a b.png"', 'a b.png'],
		['attachment; filename=a.png', 'a.png'],
		["attachment; filename*=UTF-8''%E0%A4; filename=a.png", 'a.png'],
		[undefined, undefined],
	])('%s names %s', (header, name) => {
		expect(fileNameIn(header)).toBe(name);
	});
});

describe('a file name that somebody else made up', () => {
	it.each([
		['../../home/node/.n8n/config', 'config'],
		['..\\..\\Windows\\win.ini', 'win.ini'],
		['/etc/passwd', 'passwd'],
		['..', 'bijlage'],
		['map/', 'bijlage'],
		['fac\u0000tuur\r\n.pdf', 'factuur.pdf'],
		['gpj\u202Eexe.doc', 'gpjexe.doc'],
		['a<b>:"|?*.txt', 'ab.txt'],
	])('%j is kept as %s', (name, kept) => {
		expect(cleanFileName(name, 'bijlage')).toBe(kept);
	});

	it('never leads to another folder, and is never long or empty', () => {
		const part = fc.constantFrom('..', '.', '/', '\\', ' ', '\0', 'a', '.pdf');
		const name = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(part).map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(name, (made) => {
				const kept = cleanFileName(made, 'bijlage');
				expect(kept).toMatch(/^[^\\/\p{Cc}]{1,150}$/u);
				expect(kept).not.toMatch(/^\.+$/);
			}),
		);
	});
});
