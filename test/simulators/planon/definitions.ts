/** What a Planon administrator made: a definition with its fields and its states, the first one for new records. */
export interface Definition {
	fields: string[];
	states: string[];
	/** What the state field shows instead of the state's name. */
	stateCodes?: Record<string, number>;
	/** From which state one may go to which; every state to every other when left out. */
	transitions?: Record<string, string[]>;
	/** Adding such a record gives this warning, until it is answered. */
	warning?: { code: string; description: string };
	/** The definition in which each change of state leaves a line. */
	history?: string;
	/** The user of the credential may not use this one. */
	forbidden?: boolean;
}

const FIELDS = [
	'Description',
	'Comment',
	'FreeString1',
	'FreeString2',
	'HighPriority',
	'InternalRequestorPersonRef',
	'PropertyRef',
	'SpaceRef',
	'ExternalTradesmanAddressRef',
	'StandardOrderRef',
	'RequestedUserEndDateTime',
	'CompletionDateTime',
];
const STATES = ['UsrReported', 'UsrInProgress', 'UsrCompleted', 'UsrCanceled'];

/** Complaints, requests and orders, as a customer of Planon could have made them. */
export const DEFAULT_DEFINITIONS: Record<string, Definition> = {
	UsrRequest: { fields: FIELDS, states: STATES },
	UsrComplaint: {
		fields: FIELDS,
		states: STATES,
		transitions: {
			UsrReported: ['UsrInProgress', 'UsrCompleted', 'UsrCanceled'],
			UsrInProgress: ['UsrCompleted', 'UsrCanceled'],
			UsrCompleted: ['UsrInProgress'],
			UsrCanceled: [],
		},
		history: 'UsrComplaintHistory',
	},
	UsrComplaintHistory: { fields: ['ParentOrderRef', 'Description'], states: ['UsrActive'] },
	UsrOrder: {
		fields: [...FIELDS, 'BeginDateTime'],
		states: ['UsrOrderReported', 'UsrOrderAccepted', 'UsrOrderDone'],
		stateCodes: { UsrOrderReported: 229, UsrOrderAccepted: 230, UsrOrderDone: 231 },
		transitions: { UsrOrderReported: ['UsrOrderAccepted'], UsrOrderAccepted: ['UsrOrderDone'] },
	},
};

/** Filled in by Planon itself. */
export const SYSTEM_FIELDS = [
	'Syscode',
	'OrderNumber',
	'RefBOStateUserDefined',
	'InsertDateTime',
	'SysMutationDateTime',
];
