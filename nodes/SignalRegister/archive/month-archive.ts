import { DateTime } from 'luxon';
import type { Range } from '../../shared/domain/range';
import type { Signal } from '../../shared/domain/signal';
import type { Files } from '../../shared/n8n/item-files';
import type { Archive, WholeSignal } from '../../shared/storage/archive';
import type { HouseStyle } from '../../shared/style/house-style';
import { bundleFile } from '../bundle/file';
import { indexCsv, indexHtml, indexLine, type IndexLine } from './index-files';
import { safeName } from './safe-name';
import { mailsBySignal, type SourceMail } from './source-mails';
import { sourceText } from './source-text';
import type { ZipEntry } from './zip';

/** Signals in one Excel file of the bundle: a file is made in memory. */
const PART = 5_000;

export interface MonthArchive {
	/** `2026-10`. */
	month: string;
	archive: Archive;
	files: Files;
	/** Binary fields of the item with mail files. */
	sourceFields: readonly string[];
	style: HouseStyle;
	now: Date;
	saw: (signals: readonly Signal[]) => void;
}

/** What is in the archive, complete when all entries were taken. */
export interface ArchiveContents {
	signals: number;
	/** Mail files that lie with their signal. */
	sourceMails: number;
	/** Binary fields with a mail that is about no signal of this month; they lie in a folder of their own. */
	otherMails: string[];
}

/** The days of a month, as `2026-10`. */
export function daysOf(month: string): Range {
	const first = DateTime.fromFormat(month, 'yyyy-MM', { zone: 'utc' });
	return { from: first.toISODate()!, until: first.plus({ months: 1 }).toISODate()! };
}

/** The files of one month: the sources of every signal, the bundle, and the index, in this order. */
export async function* monthEntries(
	{ month, archive, files, sourceFields, style, now, saw }: MonthArchive,
	contents: ArchiveContents,
): AsyncGenerator<ZipEntry> {
	const mails = await mailsBySignal(archive, files, sourceFields);
	const lines: IndexLine[] = [];
	const bundles: string[] = [];
	const part: Signal[] = [];
	const inFolder = (path: string, content: Buffer | string): ZipEntry => ({
		path: `${month}/${path}`,
		content,
	});
	const bundle = async (): Promise<ZipEntry> => {
		const name = `${month}-bundel${bundles.length === 0 ? '' : `-deel-${bundles.length + 1}`}.xlsx`;
		bundles.push(name);
		return inFolder(name, await bundleFile(part.splice(0), 'xlsx'));
	};
	for await (const whole of archive.received(daysOf(month))) {
		const { signal } = whole;
		saw([signal]);
		contents.signals += 1;
		const own = mails.get(signal.reference) ?? [];
		mails.delete(signal.reference);
		contents.sourceMails += own.length;
		const paths: string[] = [];
		for await (const entry of sourcesOf(whole, own, files)) {
			paths.push(entry.path);
			yield inFolder(entry.path, entry.content);
		}
		lines.push(indexLine(signal, paths));
		part.push(signal);
		if (part.length === PART) yield await bundle();
	}
	if (part.length > 0 || bundles.length === 0) yield await bundle();
	const taken = new Set<string>();
	for (const { property, fileName } of [...mails.values()].flat()) {
		contents.otherMails.push(property);
		const { content } = await files.take(property);
		yield inFolder(`overige-bronnen/${safeName(fileName, taken)}`, content);
	}
	yield inFolder(`${month}-index.csv`, indexCsv(lines));
	const title = `Signalen van ${DateTime.fromFormat(month, 'yyyy-MM', { locale: 'nl' }).toFormat('MMMM yyyy')}`;
	yield inFolder(`${month}-index.html`, indexHtml(lines, { title, bundles, madeAt: now }, style));
}

async function* sourcesOf(
	whole: WholeSignal,
	mails: readonly SourceMail[],
	files: Files,
): AsyncGenerator<ZipEntry> {
	const reference = safeName(whole.signal.reference!);
	const folder = `bronnen/${reference}`;
	const taken = new Set<string>();
	const path = (name: string) => `${folder}/${safeName(name, taken)}`;
	yield { path: path(`${reference}.txt`), content: sourceText(whole) };
	yield { path: path(`${reference}.json`), content: `${JSON.stringify(whole, null, '\t')}\n` };
	for (const { property, fileName } of mails) {
		yield { path: path(fileName), content: (await files.take(property)).content };
	}
}
