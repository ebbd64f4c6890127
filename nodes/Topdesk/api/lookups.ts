import { API } from './api';

const incidents = (path: string, label: string) => ({ path: `${API}/incidents/${path}`, label });
const general = (path: string, label: string) => ({ path: `${API}/${path}`, label });

/** The lists of an environment, by the name this package uses, with their path and what people call an entry. */
export const LOOKUPS = {
	category: incidents('categories', 'category'),
	subcategory: incidents('subcategories', 'subcategory'),
	callType: incidents('call_types', 'call type'),
	entryType: incidents('entry_types', 'entry type'),
	impact: incidents('impacts', 'impact'),
	urgency: incidents('urgencies', 'urgency'),
	priority: incidents('priorities', 'priority'),
	duration: incidents('durations', 'duration'),
	processingStatus: incidents('statuses', 'processing status'),
	closureCode: incidents('closure_codes', 'closure code'),
	escalationReason: incidents('escalation-reasons', 'escalation reason'),
	deescalationReason: incidents('deescalation-reasons', 'deescalation reason'),
	archivingReason: general('archiving-reasons', 'archiving reason'),
	timeSpentReason: general('timespent-reasons', 'time spent reason'),
	department: general('departments', 'department'),
	budgetHolder: general('budgetholders', 'budget holder'),
	language: general('languages', 'language'),
	changeStatus: general('changes/changeStatuses', 'change status'),
	changeActivityStatus: general('changes/activityStatuses', 'change activity status'),
	changeRejectionReason: general('changeRejectionReasons', 'change rejection reason'),
	activityStatus: general('operationalActivities/statuses', 'operational activity status'),
	activityType: general('operationalActivities/types', 'operational activity type'),
} as const;
export type LookupName = keyof typeof LOOKUPS;
