import { multipart } from '../../../nodes/shared/http/multipart';

describe('a form with a file', () => {
	it('is read back as it was given, also with quotes and accents in the name', async () => {
		const content = Buffer.from([0, 255, 13, 10, 45, 45]);
		const { body, headers } = await multipart(
			{ field: 'file', fileName: 'foto "één".png', contentType: 'image/png', content },
			{ description: 'Schade', invisibleForCaller: true, empty: '' },
		);
		const form = await new Response(new Uint8Array(body as Buffer), { headers }).formData();
		const file = form.get('file') as File;
		expect({ name: file.name, type: file.type }).toEqual({ name: 'foto "één".png', type: 'image/png' });
		expect(Buffer.from(await file.arrayBuffer())).toEqual(content);
		expect([form.get('description'), form.get('invisibleForCaller'), form.has('empty')]).toEqual([
			'Schade',
			'true',
			false,
		]);
	});
});
