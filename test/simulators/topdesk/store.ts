import { refuse } from './errors';
import { compare, fiql, valueAt } from './fiql';
import { idOf } from './lists';
import type { UploadedFile } from './upload';
import type { Body } from './validation';

export type Incident = Body & { id: string; number: string; status: string; creationDate: string };

export interface TrailEntry {
	id: string;
	memoText: string;
	plainText: string;
	invisibleForCaller: boolean;
	entryDate: string;
	/** Who wrote it: an operator, or the caller. */
	operator?: { id: string; name: string };
	person?: { id: string; name: string };
}

export interface Attachment extends UploadedFile {
	id: string;
	size: number;
	description: string | null;
	invisibleForCaller: boolean;
	entryDate: string;
	downloadUrl: string;
}

/** What belongs to one incident, oldest first. */
export interface IncidentParts {
	actions: TrailEntry[];
	requests: TrailEntry[];
	attachments: Attachment[];
	timeSpent: Array<{ id: string } & Record<string, unknown>>;
}

/** An answer to a question for incidents, and the texts of its pages that were sent, by their address. */
interface Listed {
	found: Incident[];
	texts: Map<string, string>;
}

const LINES = ['firstLine', 'secondLine'];
const OPERATOR = { id: idOf('operator', 'Regie, API'), name: 'Regie, API' };

/** Keeps the incidents of one TOPdesk environment, and what operators wrote about them. */
export class IncidentStore {
	private readonly incidents = new Map<string, Incident>();

	private readonly parts = new Map<string, IncidentParts>();

	private listed?: { asked: string } & Listed;

	constructor(private readonly now: () => Date) {}

	all(): Incident[] {
		return structuredClone([...this.incidents.values()]);
	}

	/** @param fields checked by `readBody` */
	create(fields: Body): Incident {
		const serial = this.incidents.size + 1;
		const moment = this.now();
		const month = moment.toISOString().slice(2, 7).replace('-', '');
		const id = idOf('incident', String(serial));
		const incident: Incident = {
			id,
			number: `I ${month} ${String(serial).padStart(3, '0')}`,
			status: 'firstLine',
			briefDescription: '',
			externalNumber: '',
			processingStatus: { id: idOf('processingStatus', 'Aangemeld'), name: 'Aangemeld' },
			completed: false,
			closed: false,
			onHold: false,
			creationDate: stamp(moment),
			requests: `/tas/api/incidents/id/${id}/requests`,
			attachments: `/tas/api/incidents/id/${id}/attachments`,
			archivingReason: null,
		} as Incident;
		this.incidents.set(id, incident);
		this.parts.set(id, { actions: [], requests: [], attachments: [], timeSpent: [] });
		this.apply(incident, fields);
		return incident;
	}

	/** @param by `id` or `number` */
	find(by: string, key: string): Incident {
		const incident =
			by === 'id'
				? this.incidents.get(key)
				: [...this.incidents.values()].find(({ number }) => number === key);
		if (!incident) throw refuse(404, 'The incident does not exist');
		return incident;
	}

	update(incident: Incident, fields: Body): Incident {
		if (incident.status.endsWith('Archived')) throw refuse(403, 'The incident is archived');
		this.apply(incident, fields);
		return incident;
	}

	/** Puts it in the archive, or takes it out. */
	archive(incident: Incident, archived: boolean): Incident {
		this.listed = undefined;
		const line = incident.status.replace(/Archived$/, '');
		incident.status = archived ? `${line}Archived` : line;
		incident.modificationDate = stamp(this.now());
		return incident;
	}

	/** The caller writes something, as in the self-service portal. */
	reply(incident: Incident, text: string): void {
		this.listed = undefined;
		const { dynamicName = 'Onbekend' } = (incident.caller ?? {}) as { dynamicName?: string };
		const person = { id: idOf('person', dynamicName), name: dynamicName };
		incident.modificationDate = stamp(this.now());
		this.write(this.partsOf(incident).requests, `request ${incident.id}`, text, { person });
	}

	/** Brings it to the first or second line. */
	move(incident: Incident, line: string): Incident {
		this.listed = undefined;
		if (incident.status.endsWith('Archived')) throw refuse(403, 'The incident is archived');
		incident.status = line;
		incident.modificationDate = stamp(this.now());
		return incident;
	}

	partsOf(incident: Incident): IncidentParts {
		return this.parts.get(incident.id)!;
	}

	attach(incident: Incident, file: UploadedFile, fields: Record<string, string>): Attachment {
		const { attachments } = this.partsOf(incident);
		const id = idOf('attachment', `${incident.id}/${attachments.length}/${file.fileName}`);
		const attachment = {
			...file,
			id,
			size: file.content.length,
			description: fields.description ?? null,
			invisibleForCaller: fields.invisibleForCaller === 'true',
			entryDate: stamp(this.now()),
			downloadUrl: `/tas/api/incidents/id/${incident.id}/attachments/${id}/download`,
		};
		attachments.push(attachment);
		return attachment;
	}

	/** Newest first: what was written and what was attached. */
	trail(incident: Incident): object[] {
		const { actions, requests, attachments } = this.partsOf(incident);
		const files = attachments.map(({ content: _content, ...shown }) => shown);
		const replies = requests.filter(({ person }) => person);
		return [...actions, ...replies, ...files].reverse();
	}

	/** The same question, while nothing changed, is not worked out again: the pages of a long list share it. */
	list(question: { query?: string; sort?: string; all: boolean }): Listed {
		const asked = JSON.stringify(question);
		if (this.listed?.asked !== asked) this.listed = { asked, found: this.search(question), texts: new Map() };
		return this.listed;
	}

	private search({ query, sort, all }: { query?: string; sort?: string; all: boolean }): Incident[] {
		const matches = query ? fiql(query) : () => true;
		const found = [...this.incidents.values()].filter(
			(incident) => (all || LINES.includes(incident.status)) && matches(incident),
		);
		const orders = (sort ?? 'creationDate:asc').split(',').map((part) => part.split(':'));
		return found.sort((one, other) => {
			for (const [field, direction] of orders) {
				const order = compare(valueAt(one, field!), valueAt(other, field!));
				if (order !== 0) return direction === 'desc' ? -order : order;
			}
			return 0;
		});
	}

	private apply(incident: Incident, { action, actionInvisibleForCaller, request, ...fields }: Body): void {
		this.listed = undefined;
		const moment = stamp(this.now());
		Object.assign(incident, fields, { modificationDate: moment });
		if (typeof request === 'string') {
			incident.request = [plain(request), incident.request].filter(Boolean).join('\n\n');
		}
		incident.action = `/tas/api/incidents/id/${incident.id}/actions`;
		if (fields.closed === true) incident.closedDate ??= moment;
		if (fields.completed === true) incident.completedDate ??= moment;
		const { actions, requests } = this.partsOf(incident);
		this.write(requests, `request ${incident.id}`, request, { operator: OPERATOR });
		this.write(actions, `action ${incident.id}`, action, {
			operator: OPERATOR,
			invisibleForCaller: actionInvisibleForCaller === true,
		});
	}

	private write(
		entries: TrailEntry[],
		kind: string,
		memoText: unknown,
		by: Pick<TrailEntry, 'operator' | 'person'> & { invisibleForCaller?: boolean },
	): void {
		if (typeof memoText !== 'string' || memoText === '') return;
		entries.push({
			id: idOf(kind, String(entries.length)),
			memoText,
			plainText: plain(memoText),
			invisibleForCaller: false,
			entryDate: stamp(this.now()),
			...by,
		});
	}
}

/** TOPdesk's own way of writing a moment. */
export const stamp = (moment: Date) => moment.toISOString().replace('Z', '+0000');

/** Answers give requests and memos without their formatting. */
const plain = (html: string) =>
	html
		.replace(/<br\s*\/?>/gi, '\n')
		.replace(/<[^>]+>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
