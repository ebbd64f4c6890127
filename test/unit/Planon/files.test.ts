import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { download, upload, type UploadShape } from '../../../nodes/Planon/file/files';
import { clientOf, simulatorPerTest } from '../../simulators/planon/for-tests';

const simulator = simulatorPerTest();
const file = {
	name: 'foto van "lift" é.png',
	contentType: 'image/png',
	content: Buffer.from([0, 255, 13, 10, 128]),
};

describe('a file', () => {
	it.each<[UploadShape, string]>([
		[{ kind: 'json', contentField: 'content', fileNameField: 'fileName', values: { Syscode: 1 } }, file.name],
		[{ kind: 'form', field: 'file', values: { Syscode: 1 } }, file.name],
		[{ kind: 'bytes' }, 'upload'],
	])('is uploaded as %j and comes back as it was', async (shape, name) => {
		const octets = shape.kind === 'bytes' ? { ...file, contentType: 'application/octet-stream' } : file;
		const { fileKey } = await upload(clientOf(simulator()), octets, shape);
		expect(
			simulator()
				.files()
				.get(fileKey as string),
		).toEqual({ name, content: file.content });
		const back = await download(clientOf(simulator()), JSON.stringify({ fileKey }), { kind: 'bytes' });
		expect(await buffer(back.content as Readable)).toEqual(file.content);
	});

	it('that is refused or not there is explained', async () => {
		const shape = { kind: 'json', contentField: 'data', fileNameField: 'fileName', values: {} } as const;
		await expect(upload(clientOf(simulator()), file, shape)).rejects.toThrow(
			'A file has a fileName and content',
		);
		await expect(download(clientOf(simulator()), '{"fileKey":"x"}', { kind: 'bytes' })).rejects.toThrow(
			'There is no file x',
		);
	});

	it('that is not in the field where it was expected is explained', async () => {
		const { fileKey } = await upload(clientOf(simulator()), file, {
			kind: 'json',
			contentField: 'content',
			fileNameField: 'fileName',
			values: {},
		});
		const shape = { kind: 'json', contentField: 'content' } as const;
		await expect(download(clientOf(simulator()), JSON.stringify({ fileKey }), shape)).rejects.toMatchObject({
			hint: expect.stringContaining('Content Field') as string,
		});
	});

	it('is not uploaded twice when the answer is lost', async () => {
		simulator().misbehave({ match: { path: '/upload' }, times: 1, how: 'cut-after-write' });
		await expect(upload(clientOf(simulator()), file, { kind: 'bytes' })).rejects.toThrow();
		expect(simulator().requests()).toEqual(['upload']);
	});
});
