import { refuse } from './errors';
import { compare, fiql, valueAt } from './fiql';
import { idOf } from './lists';
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

const LINES = ['firstLine', 'secondLine'];
const OPERATOR = { id: idOf('operator', 'Regie, API'), name: 'Regie, API' };

/** Keeps the incidents of one TOPdesk environment, and what operators wrote about them. */
export class IncidentStore {
	private readonly incidents = new Map<string, Incident>();

	private readonly trails = new Map<string, TrailEntry[]>();

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
		this.trails.set(id, []);
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
		const line = incident.status.replace(/Archived$/, '');
		incident.status = archived ? `${line}Archived` : line;
		incident.modificationDate = stamp(this.now());
		return incident;
	}

	/** The caller writes something, as in the self-service portal. */
	reply(incident: Incident, text: string): void {
		const moment = stamp(this.now());
		const { dynamicName = 'Onbekend' } = (incident.caller ?? {}) as { dynamicName?: string };
		const person = { id: idOf('person', dynamicName), name: dynamicName };
		incident.modificationDate = moment;
		this.write(incident, { memoText: text, invisibleForCaller: false, person }, moment);
	}

	/** Newest first. */
	trail(incident: Incident): TrailEntry[] {
		return [...this.trails.get(incident.id)!].reverse();
	}

	list({ query, sort, all }: { query?: string; sort?: string; all: boolean }): Incident[] {
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
		const moment = stamp(this.now());
		Object.assign(incident, fields, { modificationDate: moment });
		if (typeof request === 'string') {
			incident.request = [plain(request), incident.request].filter(Boolean).join('\n\n');
		}
		incident.action = `/tas/api/incidents/id/${incident.id}/actions`;
		if (fields.closed === true) incident.closedDate ??= moment;
		if (fields.completed === true) incident.completedDate ??= moment;
		if (typeof action === 'string' && action) {
			const invisibleForCaller = actionInvisibleForCaller === true;
			const entry = { memoText: action, invisibleForCaller, operator: OPERATOR };
			this.write(incident, entry, moment);
		}
	}

	private write(
		incident: Incident,
		entry: Pick<TrailEntry, 'memoText' | 'invisibleForCaller' | 'operator' | 'person'>,
		entryDate: string,
	): void {
		const entries = this.trails.get(incident.id)!;
		const id = idOf('action', `${incident.id}/${entries.length}`);
		entries.push({ id, ...entry, plainText: plain(entry.memoText), entryDate });
	}
}

/** TOPdesk's own way of writing a moment. */
const stamp = (moment: Date) => moment.toISOString().replace('Z', '+0000');

/** Answers give requests and memos without their formatting. */
const plain = (html: string) =>
	html
		.replace(/<br\s*\/?>/gi, '\n')
		.replace(/<[^>]+>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
